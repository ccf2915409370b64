import type { ComparedLeaf, LeafCell } from './align-checkpoints';

/** What became of a leaf from one checkpoint to the other. */
export const outcomes = ['fixed', 'broken', 'both-wrong', 'both-right'] as const;
export type Outcome = (typeof outcomes)[number];
export type OutcomeCounts = Readonly<Record<Outcome, number>>;

export const noOutcomes: OutcomeCounts = { fixed: 0, broken: 0, 'both-wrong': 0, 'both-right': 0 };

/** Nothing said where gold says nothing is right too. */
const isRight = (cell: LeafCell | null | undefined): boolean => !cell || cell.type === 'right';

/** @param columns which two cells of the line; the second is the newer checkpoint. */
export function outcomeOf(leaf: ComparedLeaf, [before, after]: readonly [number, number] = [0, 1]): Outcome {
  const wasRight = isRight(leaf.cells[before]);
  const nowRight = isRight(leaf.cells[after]);
  if (wasRight) return nowRight ? 'both-right' : 'broken';
  return nowRight ? 'fixed' : 'both-wrong';
}

/**
 * How many leaves were fixed, broken, wrong or right on both sides. An invented
 * leaf counts as a leaf: dropping it is a fix, adding one a break.
 */
export function countOutcomes(leaves: readonly ComparedLeaf[]): OutcomeCounts {
  const counts = { ...noOutcomes };
  for (const leaf of leaves) counts[outcomeOf(leaf)] += 1;
  return counts;
}

export function addOutcomes(a: OutcomeCounts, b: OutcomeCounts): OutcomeCounts {
  return {
    fixed: a.fixed + b.fixed,
    broken: a.broken + b.broken,
    'both-wrong': a['both-wrong'] + b['both-wrong'],
    'both-right': a['both-right'] + b['both-right'],
  };
}
