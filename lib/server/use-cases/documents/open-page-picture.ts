import path from 'node:path';
import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { keyOfVariant } from '../../ingest/page-variants';
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
    /** The page as it came, a copy with a longest side of so many pixels, or a thumbnail. */
    size: z.enum(['full', '2000', '1000', 'preview']),
  }),
  run: async (actor, { projectId, documentId, index, size }) => {
    const page = await findPageFiles(projectId, documentId, index);
    if (!page) throw new AppError('not-found', 'There is no such page in this project.');
    const keyOf = async (): Promise<string> => {
      if (size === 'preview') return page.previewKey;
      return size === 'full' ? page.imageKey : keyOfVariant(page, Number(size));
    };
    const key = await keyOf();
    const opened = await storage().stream(key);
    if (size !== 'preview') {
      await recordAudit({ projectId, userId: actor.userId, action: 'view-page', subject: `document:${documentId}/page:${index}` });
    }
    return { ...opened, contentType: contentTypes[path.extname(key)] ?? 'application/octet-stream' };
  },
});
