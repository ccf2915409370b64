import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { roundEventSchema } from '@/lib/core/round/events';
import { inspectRollout } from '@/lib/core/round/inspect-rollout';
import { recipeSchema } from '@/lib/core/round/recipe';
import type { RecordSchema } from '@/lib/core/schema/types';
import { recordAudit } from '../../auth/audit';
import { findDocumentNames } from '../../repositories/document-names';
import { findRound, findRoundSchema } from '../../repositories/round';
import { findRolloutSteps, findRollouts } from '../../repositories/round-event';
import { loadSnapshotGold } from '../../rounds/snapshot-gold';
import { defineUseCase } from '../define-use-case';

const mostRollouts = 400;
/** Advantages closer to 0 than this teach nothing. */
const noAdvantage = 1e-6;

/**
 * Sampled completions of one step (the newest kept one where none is named), each
 * held against gold leaf by leaf; audited, since they hold values.
 */
export const getRollouts = defineUseCase({
  name: 'get-rollouts',
  access: { kind: 'project', permission: 'rounds.view' },
  input: z.object({
    projectId: z.string(),
    roundId: z.string(),
    step: z.coerce.number().int().nonnegative().optional(),
    /** Only of this document, over all steps where no step is named. */
    documentId: z.string().optional(),
  }),
  run: async (actor, { projectId, roundId, step, documentId }) => {
    const round = await findRound(projectId, roundId);
    if (!round) throw new AppError('not-found', 'There is no such round in this project.');
    const steps = await findRolloutSteps(roundId);
    const shown = step ?? (documentId === undefined ? (steps[0] ?? 0) : null);
    const rows = await findRollouts(roundId, { step: shown, documentId, take: mostRollouts });
    // A step that a later attempt did again counts as it came out last.
    const newest = new Map<number, number>();
    for (const { step: of, attempt } of rows) newest.set(of ?? 0, Math.max(newest.get(of ?? 0) ?? 0, attempt));
    const events = rows
      .filter(({ step: of, attempt }) => newest.get(of ?? 0) === attempt)
      .flatMap(({ payload }) => {
        const parsed = roundEventSchema.safeParse(payload);
        return parsed.success && parsed.data.type === 'rollout' ? [parsed.data] : [];
      });
    const ids = [...new Set(events.map((event) => event.documentId))];
    const [names, golds, schema] = await Promise.all([
      findDocumentNames(projectId, ids),
      loadSnapshotGold(round.snapshotHash, ids),
      findRoundSchema(roundId),
    ]);
    const recipe = recipeSchema.parse(round.recipe);
    const think = recipe.engine !== 'embedded' && recipe.think;
    await recordAudit({ projectId, userId: actor.userId, action: 'view-rollouts', subject: `round:${roundId}` });
    const groupOf = (event: (typeof events)[number]): string => `${event.step}/${event.documentId}/${event.group ?? 0}`;
    const varying = new Set(events.filter(({ advantage }) => Math.abs(advantage) > noAdvantage).map(groupOf));
    return {
      steps,
      step: shown,
      rollouts: events
        .map((event) => {
          const { type: _type, at: _at, ...rollout } = event;
          const gold = golds.get(event.documentId);
          const input = { completion: event.completion, requested: event.requested ?? null, think, schema: schema as unknown as RecordSchema };
          return {
            ...rollout,
            documentName: names.get(event.documentId) ?? event.documentId,
            isZeroVariance: !varying.has(groupOf(event)),
            inspected: gold ? inspectRollout({ ...input, gold }) : null,
          };
        })
        .sort((a, b) => b.step - a.step || (a.documentId < b.documentId ? -1 : a.documentId > b.documentId ? 1 : b.reward - a.reward)),
    };
  },
});

export type Rollouts = Awaited<ReturnType<typeof getRollouts>>;
