import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { findHoneypot, setHoneypotSkipped } from '../../repositories/honeypot';
import { endLease } from '../../repositories/lease';
import { findQueueItem, setSkipped } from '../../repositories/queue';
import { defineUseCase } from '../define-use-case';

/** Takes a document out of turn with a reason; without a reason it is back. Drafts stay. */
export const skipDocument = defineUseCase({
  name: 'skip-document',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({ projectId: z.string(), documentId: z.string(), reason: z.string().trim().min(1).max(500).nullable() }),
  run: async (actor, { projectId, documentId, reason }) => {
    const { userId } = actor;
    const [item, honeypot] = await Promise.all([findQueueItem(projectId, documentId), findHoneypot(projectId, documentId, userId)]);
    if (!item && !honeypot) throw new AppError('not-found', 'This document is not in the queue.');
    // A honeypot is skipped by its annotator alone: to everybody else the document is done.
    if (honeypot) await setHoneypotSkipped(documentId, userId, reason);
    else await setSkipped(documentId, reason, reason === null ? null : userId);
    await endLease(documentId, userId);
    const action = reason === null ? 'unskip-document' : 'skip-document';
    await recordAudit({ projectId, userId, action, subject: `document:${documentId}` });
    return { skippedReason: reason };
  },
});
