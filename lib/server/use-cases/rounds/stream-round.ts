import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import type { StreamMessage } from '../../http/event-stream';
import { findRound } from '../../repositories/round';
import { findRoundEvents } from '../../repositories/round-event';
import { describeRounds } from '../../rounds/describe-round';
import { openRoundBell, type RoundBell } from '../../rounds/round-bell';
import { defineUseCase } from '../define-use-case';
import { chartEventTypes } from './get-round-events';

/** Then the browser comes back by itself, and its session and role are looked at again. */
const longestMs = 5 * 60_000;
const mostAtOnce = 500;
const describeEveryMs = 1_000;

/** Events as soon as they are there; the round itself, which costs many queries, once a second at most. */
async function* look(projectId: string, roundId: string, since: string, bell: RoundBell): AsyncGenerator<StreamMessage> {
  const until = Date.now() + longestMs;
  let after = BigInt(since);
  let told = '';
  let describeAt = 0;
  let endedAs: string | null = null;
  while (Date.now() < until) {
    const rows = await findRoundEvents(roundId, { types: chartEventTypes, after, take: mostAtOnce });
    after = rows.at(-1)?.id ?? after;
    if (rows.length > 0) {
      const data = rows.map(({ id, attempt, payload }) => ({ id: id.toString(), attempt, event: payload }));
      yield { event: 'events', id: after.toString(), data };
    }
    if (rows.length === mostAtOnce) continue;
    if (endedAs !== null) {
      yield { event: 'over', data: { state: endedAs } };
      return;
    }
    if (Date.now() >= describeAt) {
      describeAt = Date.now() + describeEveryMs;
      const row = await findRound(projectId, roundId);
      const [round] = row ? await describeRounds(projectId, [row]) : [];
      if (!round) return;
      const words = JSON.stringify(round);
      if (words !== told) yield { event: 'round', data: round };
      told = words;
      if (round.isOver) {
        // Its last events may have come since they were looked at.
        endedAs = round.state;
        continue;
      }
      await bell.next();
    } else await bell.next(describeAt - Date.now());
  }
}

async function* follow(projectId: string, roundId: string, since: string): AsyncGenerator<StreamMessage> {
  const bell = openRoundBell(roundId);
  try {
    yield* look(projectId, roundId, since, bell);
  } finally {
    bell.close();
  }
}

/**
 * A round as it happens: `events` (rollouts left out), `round` where its words
 * or figures changed, `over` at its end. Goes on after `since`.
 */
export const streamRound = defineUseCase({
  name: 'stream-round',
  access: { kind: 'project', permission: 'rounds.view' },
  input: z.object({ projectId: z.string(), roundId: z.string(), since: z.string().regex(/^\d{1,18}$/).catch('0') }),
  run: async (_actor, { projectId, roundId, since }) => {
    if (!(await findRound(projectId, roundId))) throw new AppError('not-found', 'There is no such round in this project.');
    return follow(projectId, roundId, since);
  },
});
