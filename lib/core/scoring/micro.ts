import { addCounts, noLeaves, ratesOf } from './counts';
import type { LeafCounts, Rates } from './counts';

export type MicroScore = LeafCounts & Rates;

/** Counts summed over the documents first, rates after. */
export function microScore(counts: Iterable<LeafCounts>): MicroScore {
  let sum = noLeaves;
  for (const one of counts) sum = addCounts(sum, one);
  return { ...sum, ...ratesOf(sum) };
}
