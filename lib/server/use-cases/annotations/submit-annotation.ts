import { z } from 'zod';
import { isEditable } from '@/lib/core/annotation/contract';
import { stateAfterHandIn, toldOfHoneypot } from '@/lib/core/assignment/hand-in';
import { wantedAnnotators } from '@/lib/core/assignment/rules';
import { AppError } from '@/lib/core/errors/app-error';
import { loadRules } from '../../assignment/load-rules';
import { scoreHoneypot } from '../../assignment/score-honeypot';
import { settleWhereAgreed } from '../../assignment/settle-where-agreed';
import { recordAudit } from '../../auth/audit';
import { db } from '../../db/client';
import { ringPreLabels } from '../../prelabels/ring-pre-labels';
import { hasGold, lockDocument, moveState, setGold } from '../../repositories/annotation';
import { findHoneypot } from '../../repositories/honeypot';
import { endLease } from '../../repositories/lease';
import { setSkipped } from '../../repositories/queue';
import { defineUseCase } from '../define-use-case';
import { findOwn } from './find-own';

/**
 * Hands the actor's annotation in and locks it. In a project without review it
 * is gold at once, or, where several label the document, once they agree.
 * Submitting what was submitted is no error.
 * @throws AppError `conflict` where a newer revision was saved than the one submitted.
 */
export const submitAnnotation = defineUseCase({
  name: 'submit-annotation',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({ projectId: z.string(), documentId: z.string(), revision: z.number().int().nonnegative() }),
  run: async (actor, { projectId, documentId, revision }) => {
    const { userId } = actor;
    const annotation = await findOwn(actor, projectId, documentId);
    const [rules, honeypot] = await Promise.all([loadRules(projectId), findHoneypot(projectId, documentId, userId)]);
    const wanted = wantedAnnotators(rules, documentId);
    const now = new Date();
    const handedIn = await db().$transaction(async (tx) => {
      await lockDocument(tx, documentId);
      const isHoneypot = honeypot !== null;
      const asked = stateAfterHandIn({ isHoneypot, hasGold: await hasGold(tx, documentId), isReviewed: rules.isReviewed, wanted });
      const from = { states: ['draft', 'returned'], revision } as const;
      if (!(await moveState(tx, annotation.id, from, { state: 'submitted', submittedAt: now, returnNote: null }))) return null;
      // Of two that are handed in at once, one is gold and the other finds it there.
      const state = asked === 'accepted' && !(await setGold(tx, documentId, annotation.id)) ? 'settled' : asked;
      if (state !== 'submitted') await moveState(tx, annotation.id, { states: ['submitted'] }, { state, reviewedAt: now });
      await endLease(documentId, userId, tx);
      if (isHoneypot) await scoreHoneypot(tx, { documentId, annotatorId: userId, annotationId: annotation.id, answeredAt: now });
      else if (state === 'submitted' && !rules.isReviewed) await settleWhereAgreed(tx, documentId, wanted, now);
      return state;
    });
    const shown = honeypot && handedIn ? toldOfHoneypot(handedIn, rules.isReviewed, wanted) : handedIn;
    if (shown) {
      if (!honeypot) await setSkipped(documentId, null, null);
      await recordAudit({ projectId, userId, action: 'submit-annotation', subject: `annotation:${annotation.id}` });
      await ringPreLabels(projectId);
      return { state: shown };
    }
    const current = await findOwn(actor, projectId, documentId);
    if (current.revision === revision && !isEditable(current.state)) {
      return { state: honeypot ? toldOfHoneypot(current.state, rules.isReviewed, wanted) : current.state };
    }
    throw new AppError('conflict', 'This annotation was saved or submitted from elsewhere meanwhile. Reload it.', {
      revision: current.revision,
      state: current.state,
    });
  },
});
