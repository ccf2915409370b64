import { createRandom, type Random } from '../random';
import { pickAtRandom, pickByKCenter } from './baselines';
import { trackConstraints, type ConstraintTracker } from './constraints';
import { listExclusions } from './exclusions';
import { explainPicks } from './explain';
import { pickByFacilityLocation } from './facility-location';
import { findKnee } from './knee';
import { preparePool, type Pool } from './pool';
import type { SelectionInput, SelectionResult, SelectionStrategy } from './types';

type Picker = (pool: Pool, rules: ConstraintTracker, count: number, random: Random) => void;

const pickers: Readonly<Record<SelectionStrategy, Picker>> = {
  'facility-location': pickByFacilityLocation,
  'k-center': pickByKCenter,
  random: pickAtRandom,
};

/**
 * Rank after which picks add little. With nothing labelled before, the first
 * pick covers a whole pool from nothing: that jump is no part of the curve.
 */
function flatteningRank(initialCoverage: number, coverage: readonly number[]): number | null {
  if (initialCoverage > 0) return findKnee([initialCoverage, ...coverage]);
  const knee = findKnee(coverage);
  return knee === null ? null : knee + 1;
}

/**
 * One run of the sampler: the picks in the order they should be labelled, why
 * each one, what they cover, and who was kept out by which rule. The same input
 * gives the same result.
 */
export function selectDocuments(strategy: SelectionStrategy, input: SelectionInput): SelectionResult {
  const pool = preparePool(input);
  const rules = trackConstraints(input, pool);
  pickers[strategy](pool, rules, input.count, createRandom(input.seed));
  const { initialCoverage, picks } = explainPicks(pool, rules.picks, strategy);
  return {
    strategy,
    seed: input.seed,
    picks,
    initialCoverage,
    poolSize: pool.documents.length,
    flattensAt: flatteningRank(initialCoverage, picks.map(({ coverage }) => coverage)),
    excluded: listExclusions(input, pool, rules),
  };
}

/** `selectDocuments` by facility location, the strategy to use. */
export const facilityLocation = (input: SelectionInput): SelectionResult =>
  selectDocuments('facility-location', input);
