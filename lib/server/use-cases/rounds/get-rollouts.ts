import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { roundEventSchema } from '@/lib/core/round/events';
import { recordAudit } from '../../auth/audit';
import { findDocumentNames } from '../../repositories/document-names';
import { findRound } from '../../repositories/round';
import { findRolloutSteps, findRollouts } from '../../repositories/round-event';
import { defineUseCase } from '../define-use-case';

const mostRollouts = 400;

/** Sampled completions of one step (the newest kept one where none is named); audited, since they hold values. */
export const getRollouts = defineUseCase({
  name: 'get-rollouts',
  access: { kind: 'project', permission: 'rounds.view' },
  input: z.object({
    projectId: z.string(),
    roundId: z.string(),
    step: z.coerce.number().int().nonnegative().optional(),
  }),
  run: async (actor, { projectId, roundId, step }) => {
    if (!(await findRound(projectId, roundId))) throw new AppError('not-found', 'There is no such round in this project.');
    const steps = await findRolloutSteps(roundId);
    const shown = step ?? steps[0] ?? 0;
    const rows = await findRollouts(roundId, shown, mostRollouts);
    const newest = Math.max(0, ...rows.map(({ attempt }) => attempt));
    const events = rows
      .filter(({ attempt }) => attempt === newest)
      .flatMap(({ payload }) => {
        const parsed = roundEventSchema.safeParse(payload);
        return parsed.success && parsed.data.type === 'rollout' ? [parsed.data] : [];
      });
    const names = await findDocumentNames(projectId, events.map(({ documentId }) => documentId));
    await recordAudit({ projectId, userId: actor.userId, action: 'view-rollouts', subject: `round:${roundId}` });
    return {
      steps,
      step: shown,
      rollouts: events
        .map(({ documentId, completion, reward, advantage }) => ({
          documentId, documentName: names.get(documentId) ?? documentId, completion, reward, advantage,
        }))
        .sort((a, b) => (a.documentId < b.documentId ? -1 : a.documentId > b.documentId ? 1 : b.reward - a.reward)),
    };
  },
});

export type Rollouts = Awaited<ReturnType<typeof getRollouts>>;
