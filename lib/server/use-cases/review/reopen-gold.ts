import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { db } from '../../db/client';
import { findAnnotation, lockDocument, moveState, removeGold, unsettleOthers } from '../../repositories/annotation';
import { insertThread } from '../../repositories/comment';
import { defineUseCase } from '../define-use-case';

/**
 * Takes acceptance back: the annotation waits for review again, with what was
 * settled beside it, and the document has no gold until somebody decides anew.
 * No value and no revision changes; the reason stands as a comment on the
 * annotation. Evaluations, snapshots and scores of honeypots stay as they are:
 * they name the gold that they were made with.
 * @throws AppError `conflict` where it is not the document's gold.
 */
export const reopenGold = defineUseCase({
  name: 'reopen-gold',
  access: { kind: 'project', permission: 'annotations.review' },
  input: z.object({ projectId: z.string(), annotationId: z.string(), reason: z.string().trim().min(1, 'say why').max(2000) }),
  run: async (actor, { projectId, annotationId, reason }) => {
    const annotation = await findAnnotation(projectId, annotationId);
    if (!annotation) throw new AppError('not-found', 'This annotation does not exist in this project.');
    const { documentId } = annotation;
    await db().$transaction(async (tx) => {
      await lockDocument(tx, documentId);
      const isReopened =
        (await removeGold(tx, documentId, annotationId)) && (await moveState(tx, annotationId, { states: ['accepted'] }, { state: 'submitted' }));
      if (!isReopened) throw new AppError('conflict', 'This annotation is not the gold of its document any more. Reload it.');
      await unsettleOthers(tx, documentId);
      await insertThread({ annotationId, startedById: actor.userId, body: reason, pointer: null, page: null, box: null }, tx);
    });
    await recordAudit({ projectId, userId: actor.userId, action: 'reopen-gold', subject: `annotation:${annotationId}` });
    return { state: 'submitted' as const };
  },
});
