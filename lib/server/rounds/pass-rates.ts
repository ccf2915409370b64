import { isOutside, recipeSchema } from '@/lib/core/round/recipe';
import { findFinishedTrainerRounds } from '../repositories/round';
import { storage } from '../storage/storage';

const roundsLookedAt = 30;

/** Where the pass rates that a round ended with are kept. */
export const passRatesKey = (roundId: string): string => `rounds/${roundId}/pass-rates.json`;

export interface CarriedPassRates {
  readonly model: string;
  readonly roundId: string;
  readonly roundNumber: number;
}

/** By base model, the newest round of the project that left pass rates. */
export async function findPassRates(projectId: string): Promise<CarriedPassRates[]> {
  const newest = new Map<string, CarriedPassRates>();
  for (const { id, number, recipe } of await findFinishedTrainerRounds(projectId, roundsLookedAt)) {
    const parsed = recipeSchema.safeParse(recipe);
    if (!parsed.success || !isOutside(parsed.data) || newest.has(parsed.data.model)) continue;
    if (await storage().has(passRatesKey(id))) newest.set(parsed.data.model, { model: parsed.data.model, roundId: id, roundNumber: number });
  }
  return [...newest.values()];
}
