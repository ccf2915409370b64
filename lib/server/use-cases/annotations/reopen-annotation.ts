import { z } from 'zod';
import { toldOfHoneypot } from '@/lib/core/assignment/hand-in';
import { wantedAnnotators } from '@/lib/core/assignment/rules';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { db } from '../../db/client';
import { moveState } from '../../repositories/annotation';
import { keepSeat } from '../../assignment/keep-seat';
import { loadRules } from '../../assignment/load-rules';
import { findHoneypot } from '../../repositories/honeypot';
import { defineUseCase } from '../define-use-case';
import { findOwn } from './find-own';

/** Takes the actor's own submission back while nobody has reviewed it. */
export const reopenAnnotation = defineUseCase({
  name: 'reopen-annotation',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({ projectId: z.string(), documentId: z.string() }),
  run: async (actor, { projectId, documentId }) => {
    const annotation = await findOwn(actor, projectId, documentId);
    const [rules, honeypot] = await Promise.all([loadRules(projectId), findHoneypot(projectId, documentId, actor.userId)]);
    // Without review all else is gold once it is handed in: a honeypot must refuse alike.
    const wanted = wantedAnnotators(rules, documentId);
    const told = honeypot ? toldOfHoneypot(annotation.state, rules.isReviewed, wanted) : annotation.state;
    const moved = told !== 'accepted' && (await moveState(db(), annotation.id, { states: ['submitted'] }, { state: 'draft', submittedAt: null }));
    if (!moved && told !== 'draft') {
      throw new AppError('locked', 'This annotation was reviewed. Only a reviewer can send it back.', { state: told });
    }
    await keepSeat({ projectId, documentId, userId: actor.userId, now: new Date(), visitId: null });
    await recordAudit({ projectId, userId: actor.userId, action: 'reopen-annotation', subject: `annotation:${annotation.id}` });
    return { state: 'draft' as const };
  },
});
