import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { db } from '../../db/client';
import { moveState, setGold } from '../../repositories/annotation';
import { findProject } from '../../repositories/project';
import { releaseLease, setSkipped } from '../../repositories/queue';
import { defineUseCase } from '../define-use-case';
import { findOwn } from './find-own';

/**
 * Hands the actor's annotation in and locks it. In a project without review it
 * is gold at once. Submitting what was submitted is no error.
 * @throws AppError `conflict` where a newer revision was saved than the one submitted.
 */
export const submitAnnotation = defineUseCase({
  name: 'submit-annotation',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({ projectId: z.string(), documentId: z.string(), revision: z.number().int().nonnegative() }),
  run: async (actor, { projectId, documentId, revision }) => {
    const annotation = await findOwn(actor, projectId, documentId);
    const project = await findProject(projectId);
    const state = project?.reviewRequired === false ? 'accepted' : 'submitted';
    const now = new Date();
    const moved = await db().$transaction(async (tx) => {
      const review = state === 'accepted' ? { reviewedAt: now } : {};
      const data = { state, submittedAt: now, returnNote: null, ...review } as const;
      const done = await moveState(tx, annotation.id, { states: ['draft', 'returned'], revision }, data);
      if (done && state === 'accepted') await setGold(tx, documentId, annotation.id);
      if (done) await releaseLease(documentId, actor.userId, tx);
      return done;
    });
    if (moved) {
      await setSkipped(documentId, null);
      await recordAudit({ projectId, userId: actor.userId, action: 'submit-annotation', subject: `annotation:${annotation.id}` });
      return { state };
    }
    const current = await findOwn(actor, projectId, documentId);
    if (current.revision === revision && (current.state === 'submitted' || current.state === 'accepted')) return { state: current.state };
    throw new AppError('conflict', 'This annotation was saved or submitted from elsewhere meanwhile. Reload it.', {
      revision: current.revision,
      state: current.state,
    });
  },
});
