import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import type { Word } from '@/lib/core/geometry/word';
import { recordAudit } from '../../auth/audit';
import { findPageWords } from '../../repositories/annotation-view';
import { defineUseCase } from '../define-use-case';

/** The words of one page; the page counts as looked at in the audit log. */
export const getPageWords = defineUseCase({
  name: 'get-page-words',
  access: { kind: 'project', permission: 'documents.view' },
  input: z.object({
    projectId: z.string(),
    documentId: z.string(),
    /** Counts from 0. */
    index: z.coerce.number().int().nonnegative(),
  }),
  run: async (actor, { projectId, documentId, index }): Promise<{ readonly words: readonly Word[] }> => {
    const words = await findPageWords(projectId, documentId, index);
    if (!words) throw new AppError('not-found', 'There is no such page in this project.');
    await recordAudit({ projectId, userId: actor.userId, action: 'view-page', subject: `document:${documentId}/page:${index}` });
    return { words };
  },
});
