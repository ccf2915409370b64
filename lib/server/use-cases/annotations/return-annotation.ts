import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { db } from '../../db/client';
import { findAnnotation, hasGold, moveState } from '../../repositories/annotation';
import { defineUseCase } from '../define-use-case';

/** Sends a submitted annotation back to its annotator, with what is to be changed. */
export const returnAnnotation = defineUseCase({
  name: 'return-annotation',
  access: { kind: 'project', permission: 'annotations.review' },
  input: z.object({ projectId: z.string(), annotationId: z.string(), note: z.string().trim().min(1, 'say what to change').max(2000) }),
  run: async (actor, { projectId, annotationId, note }) => {
    const annotation = await findAnnotation(projectId, annotationId);
    if (!annotation) throw new AppError('not-found', 'This annotation does not exist in this project.');
    const data = { state: 'returned', returnNote: note, reviewedAt: new Date(), reviewedById: actor.userId } as const;
    const returned =
      !(await hasGold(db(), annotation.documentId)) && (await moveState(db(), annotationId, { states: ['submitted'] }, data));
    if (!returned) {
      throw new AppError('conflict', 'This annotation is not waiting for review any more.', { state: annotation.state });
    }
    await recordAudit({ projectId, userId: actor.userId, action: 'return-annotation', subject: `annotation:${annotationId}` });
    return { state: 'returned' as const };
  },
});
