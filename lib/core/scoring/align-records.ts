import type { Leaf } from '../record/json';
import { formatPointer } from '../record/pointer';
import { compareTrees, type LeafComparison } from './compare-trees';
import { prepareGold, preparePrediction, type Unscorable } from './prepare-records';
import type { RecordScoreInput } from './score-record';

/** `wrong`: both have a value here and they differ; `missing`: gold alone; `invented`: the prediction alone. */
export type LeafOutcome = 'right' | 'wrong' | 'missing' | 'invented';

export interface AlignedLeaf {
  readonly goldPointer: string | null;
  readonly predictionPointer: string | null;
  /** `indicators[].result`. */
  readonly path: string;
  /** Null where this side has nothing. */
  readonly gold: Leaf;
  readonly prediction: Leaf;
  readonly outcome: LeafOutcome;
}

export type Alignment = { readonly kind: 'aligned'; readonly leaves: readonly AlignedLeaf[] } | Unscorable;

function outcomeOf({ gold, predicted, isMatch }: LeafComparison): LeafOutcome {
  if (!gold) return 'invented';
  if (!predicted) return 'missing';
  return isMatch ? 'right' : 'wrong';
}

/**
 * Leaf by leaf, what is right, wrong, missing and invented: list rows stand
 * beside the rows that the scorer paired them with, so the number of `right`
 * leaves is the score's `matched`. Rows that share nothing are not paired.
 */
export function alignRecords(input: Omit<RecordScoreInput, 'alpha'>): Alignment {
  const gold = prepareGold(input.gold, input.schema, input.requested);
  if (gold.kind === 'unscorable') return gold;
  const prediction = preparePrediction(input.prediction, input.schema);
  if (prediction.kind === 'unscorable') return prediction;
  const leaves = compareTrees(gold.tree, prediction.tree).map((comparison) => ({
    goldPointer: comparison.gold && formatPointer(comparison.gold.segments),
    predictionPointer: comparison.predicted && formatPointer(comparison.predicted.segments),
    path: comparison.path,
    gold: comparison.gold?.value ?? null,
    prediction: comparison.predicted?.value ?? null,
    outcome: outcomeOf(comparison),
  }));
  return { kind: 'aligned', leaves };
}
