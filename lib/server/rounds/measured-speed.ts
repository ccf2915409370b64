import { type Recipe, recipeSchema } from '@/lib/core/round/recipe';
import { roundSummarySchema } from '@/lib/core/round/summary';
import { findRounds } from '../repositories/round';

/** Rounds whose steps take about as long: of one engine, with one preset where there are any. */
const isAlike = (a: Recipe, b: Recipe): boolean =>
  a.engine === b.engine && (a.engine === 'embedded' || b.engine === 'embedded' || a.preset === b.preset);

/** Seconds a step took in the project's newest finished round that was alike; null where there is none. */
export async function measuredSecondsPerStep(projectId: string, recipe: Recipe): Promise<number | null> {
  const rounds = await findRounds(projectId, undefined, 20);
  for (const { state, summary, plannedSteps, recipe: other } of rounds) {
    const parsed = roundSummarySchema.safeParse(summary);
    if (state === 'ready' && parsed.success && plannedSteps && isAlike(recipe, recipeSchema.parse(other))) return parsed.data.seconds / plannedSteps;
  }
  return null;
}
