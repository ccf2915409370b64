import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { downsample } from '@/lib/core/round/downsample';
import { findRound } from '../../repositories/round';
import { findRoundEvents } from '../../repositories/round-event';
import { defineUseCase } from '../define-use-case';

/** Everything but rollouts, whose completions may hold PHI: see `get-rollouts`. */
export const chartEventTypes = [
  'started', 'preflight', 'progress', 'metrics', 'validation', 'checkpoint', 'pass-rates', 'log', 'output', 'stopped', 'finished', 'failed',
] as const;

const mostEvents = 20_000;

/**
 * Events of a round after `since`, oldest first. Metrics are thinned to
 * `maxPoints`; the others are few.
 */
export const getRoundEvents = defineUseCase({
  name: 'get-round-events',
  access: { kind: 'project', permission: 'rounds.view' },
  input: z.object({
    projectId: z.string(),
    roundId: z.string(),
    since: z.string().regex(/^\d{1,18}$/).default('0'),
    maxPoints: z.coerce.number().int().min(2).max(5000).default(600),
    types: z
      .preprocess((value) => (typeof value === 'string' ? value.split(',') : value), z.array(z.enum(chartEventTypes)))
      .default(chartEventTypes.filter((type) => type !== 'progress')),
  }),
  run: async (_actor, { projectId, roundId, since, maxPoints, types }) => {
    if (!(await findRound(projectId, roundId))) throw new AppError('not-found', 'There is no such round in this project.');
    const rows = await findRoundEvents(roundId, { types, after: BigInt(since), take: mostEvents });
    const metrics = downsample(rows.filter(({ type }) => type === 'metrics'), maxPoints);
    const kept = [...rows.filter(({ type }) => type !== 'metrics'), ...metrics].sort((a, b) => Number(a.id - b.id));
    return {
      events: kept.map(({ id, attempt, payload }) => ({ id: id.toString(), attempt, event: payload })),
      last: (rows.at(-1)?.id ?? BigInt(since)).toString(),
    };
  },
});
