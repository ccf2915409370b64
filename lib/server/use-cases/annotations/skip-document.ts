import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { findQueueItem, setSkipped } from '../../repositories/queue';
import { defineUseCase } from '../define-use-case';

/** Takes a document out of turn with a reason; without a reason it is back. Drafts stay. */
export const skipDocument = defineUseCase({
  name: 'skip-document',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({ projectId: z.string(), documentId: z.string(), reason: z.string().trim().min(1).max(500).nullable() }),
  run: async (actor, { projectId, documentId, reason }) => {
    const item = await findQueueItem(projectId, documentId);
    if (!item) throw new AppError('not-found', 'This document is not in the queue.');
    await setSkipped(documentId, reason);
    const action = reason === null ? 'unskip-document' : 'skip-document';
    await recordAudit({ projectId, userId: actor.userId, action, subject: `document:${documentId}` });
    return { skippedReason: reason };
  },
});
