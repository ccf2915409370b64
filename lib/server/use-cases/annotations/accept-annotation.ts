import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { db } from '../../db/client';
import { findAnnotation, moveState, setGold } from '../../repositories/annotation';
import { defineUseCase } from '../define-use-case';

/**
 * Accepts a submitted annotation: it is the document's gold from now on.
 * @throws AppError `conflict` where it is not waiting for review any more.
 */
export const acceptAnnotation = defineUseCase({
  name: 'accept-annotation',
  access: { kind: 'project', permission: 'annotations.review' },
  input: z.object({ projectId: z.string(), annotationId: z.string() }),
  run: async (actor, { projectId, annotationId }) => {
    const annotation = await findAnnotation(projectId, annotationId);
    if (!annotation) throw new AppError('not-found', 'This annotation does not exist in this project.');
    const accepted = await db().$transaction(async (tx) => {
      const data = { state: 'accepted', reviewedAt: new Date(), reviewedById: actor.userId } as const;
      const done = await moveState(tx, annotationId, { states: ['submitted'] }, data);
      if (done) await setGold(tx, annotation.documentId, annotationId);
      return done;
    });
    if (!accepted && annotation.state !== 'accepted') {
      throw new AppError('conflict', 'This annotation is not waiting for review any more.', { state: annotation.state });
    }
    if (accepted) await recordAudit({ projectId, userId: actor.userId, action: 'accept-annotation', subject: `annotation:${annotationId}` });
    return { state: 'accepted' as const };
  },
});
