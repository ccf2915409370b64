import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { db } from '../../db/client';
import { moveState } from '../../repositories/annotation';
import { claimLease } from '../../repositories/queue';
import { defineUseCase } from '../define-use-case';
import { findOwn } from './find-own';

/** Takes the actor's own submission back while nobody has reviewed it. */
export const reopenAnnotation = defineUseCase({
  name: 'reopen-annotation',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({ projectId: z.string(), documentId: z.string() }),
  run: async (actor, { projectId, documentId }) => {
    const annotation = await findOwn(actor, projectId, documentId);
    const moved = await moveState(db(), annotation.id, { states: ['submitted'] }, { state: 'draft', submittedAt: null });
    if (!moved && annotation.state !== 'draft') {
      throw new AppError('locked', 'This annotation was reviewed. Only a reviewer can send it back.', { state: annotation.state });
    }
    await claimLease(documentId, actor.userId, new Date());
    await recordAudit({ projectId, userId: actor.userId, action: 'reopen-annotation', subject: `annotation:${annotation.id}` });
    return { state: 'draft' as const };
  },
});
