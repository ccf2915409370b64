import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { db } from '../../db/client';
import { findAnnotation, lockDocument, moveState, setGold, settleOthers } from '../../repositories/annotation';
import { defineUseCase } from '../define-use-case';

/**
 * Accepts a submitted annotation as it is: it is the document's gold from now
 * on, and what others handed in for the document is settled.
 * @throws AppError `conflict` where it is not waiting for review any more.
 */
export const acceptAnnotation = defineUseCase({
  name: 'accept-annotation',
  access: { kind: 'project', permission: 'annotations.review' },
  input: z.object({ projectId: z.string(), annotationId: z.string() }),
  run: async (actor, { projectId, annotationId }) => {
    const annotation = await findAnnotation(projectId, annotationId);
    if (!annotation) throw new AppError('not-found', 'This annotation does not exist in this project.');
    const review = { reviewedAt: new Date(), reviewedById: actor.userId };
    const accepted = await db().$transaction(async (tx) => {
      await lockDocument(tx, annotation.documentId);
      if (annotation.state !== 'submitted' || !(await setGold(tx, annotation.documentId, annotationId))) return false;
      if (!(await moveState(tx, annotationId, { states: ['submitted'] }, { state: 'accepted', ...review }))) {
        const now = await tx.annotation.findUniqueOrThrow({ where: { id: annotationId }, select: { state: true } });
        if (now.state === 'accepted') return false;
        throw new AppError('conflict', 'This annotation is not waiting for review any more.', { state: now.state });
      }
      await settleOthers(tx, annotation.documentId, annotationId, review);
      return true;
    });
    const current = accepted ? null : await findAnnotation(projectId, annotationId);
    if (current && current.state !== 'accepted') {
      throw new AppError('conflict', 'This annotation is not waiting for review any more.', { state: current.state });
    }
    if (accepted) await recordAudit({ projectId, userId: actor.userId, action: 'accept-annotation', subject: `annotation:${annotationId}` });
    return { state: 'accepted' as const };
  },
});
