import { roundSummarySchema } from '@/lib/core/round/summary';
import { findRounds } from '../repositories/round';

/** Seconds a step took in the project's newest finished round; null where there is none. */
export async function measuredSecondsPerStep(projectId: string): Promise<number | null> {
  const rounds = await findRounds(projectId, undefined, 20);
  for (const { state, summary, plannedSteps } of rounds) {
    const parsed = roundSummarySchema.safeParse(summary);
    if (state === 'ready' && parsed.success && plannedSteps) return parsed.data.seconds / plannedSteps;
  }
  return null;
}
