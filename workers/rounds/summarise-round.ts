import { roundEventSchema, type RoundEvent } from '@/lib/core/round/events';
import { rewardEnds, type RoundSummary } from '@/lib/core/round/summary';
import type { RunnableRound } from '@/lib/server/repositories/round';
import { findAttemptSeconds } from '@/lib/server/repositories/round-attempt';
import { findRoundEvents } from '@/lib/server/repositories/round-event';

const mostEvents = 100_000;

async function readEvents(roundId: string): Promise<RoundEvent[]> {
  const rows = await findRoundEvents(roundId, { types: ['metrics', 'log'], take: mostEvents });
  return rows.flatMap(({ payload }) => {
    const parsed = roundEventSchema.safeParse(payload);
    return parsed.success ? [parsed.data] : [];
  });
}

/** What the round came to, over all its attempts: a step that was done again counts once. */
export async function summariseRound(
  round: RunnableRound,
  bestStep: number,
  checkpoints: RoundSummary['checkpoints'],
): Promise<RoundSummary> {
  const [events, { seconds, cardSeconds }] = await Promise.all([readEvents(round.id), findAttemptSeconds(round.id)]);
  const rewards = new Map<number, number>();
  const warnings = new Set<string>();
  for (const event of events) {
    if (event.type === 'metrics') rewards.set(event.step, event.metrics.reward);
    else if (event.type === 'log' && event.level === 'warning') warnings.add(event.message);
  }
  const ends = rewardEnds([...rewards].sort(([a], [b]) => a - b).map(([, reward]) => reward));
  return {
    rewardStart: ends.start,
    rewardEnd: ends.end,
    bestStep,
    seconds,
    ...(cardSeconds > 0 ? { cardSeconds } : {}),
    labels: round.snapshot?.documentCount ?? 0,
    checkpoints,
    warnings: [...warnings],
  };
}
