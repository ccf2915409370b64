import path from 'node:path';
import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { findPageFiles } from '../../repositories/document';
import { storage } from '../../storage/storage';
import { defineUseCase } from '../define-use-case';

const contentTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

/** The picture of one page to be streamed; a look at the page itself is in the audit log. */
export const openPagePicture = defineUseCase({
  name: 'open-page-picture',
  access: { kind: 'project', permission: 'documents.view' },
  input: z.object({
    projectId: z.string(),
    documentId: z.string(),
    /** Counts from 0. */
    index: z.coerce.number().int().nonnegative(),
    size: z.enum(['full', 'preview']),
  }),
  run: async (actor, { projectId, documentId, index, size }) => {
    const page = await findPageFiles(projectId, documentId, index);
    if (!page) throw new AppError('not-found', 'There is no such page in this project.');
    const key = size === 'full' ? page.imageKey : page.previewKey;
    const opened = await storage().stream(key);
    if (size === 'full') {
      await recordAudit({ projectId, userId: actor.userId, action: 'view-page', subject: `document:${documentId}/page:${index}` });
    }
    return { ...opened, contentType: contentTypes[path.extname(key)] ?? 'application/octet-stream' };
  },
});
