import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { findAnnotation } from '../../repositories/annotation';
import { defineUseCase } from '../define-use-case';
import { viewAnnotation } from './annotation-view';

/** Somebody's annotation, to read: what the review screen shows. */
export const viewSubmitted = defineUseCase({
  name: 'view-submitted',
  access: { kind: 'project', permission: 'annotations.review' },
  input: z.object({ projectId: z.string(), annotationId: z.string() }),
  run: async (actor, { projectId, annotationId }) => {
    const annotation = await findAnnotation(projectId, annotationId);
    if (!annotation || annotation.state === 'draft') {
      throw new AppError('not-found', 'This annotation does not exist in this project, or is not handed in.');
    }
    await recordAudit({ projectId, userId: actor.userId, action: 'view-document', subject: `document:${annotation.documentId}` });
    return viewAnnotation(actor, projectId, annotation, new Date());
  },
});
