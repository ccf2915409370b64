import { ratesOf } from './counts';
import type { LeafCounts, Rates } from './counts';

export type MicroScore = LeafCounts & Rates;

/** Micro figures: counts were summed over the documents first, rates come after. */
export const microScore = (total: LeafCounts): MicroScore => ({ ...total, ...ratesOf(total) });
