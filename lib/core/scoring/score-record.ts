import type { RecordSchema } from '../schema/types';
import { countMatches } from './count-matches';
import { matchingOf, ratesOf } from './counts';
import type { LeafCounts, Rates } from './counts';
import type { TreeNode } from './leaf-tree';
import { prepareGold, preparePrediction } from './prepare-records';
import type { Unscorable } from './prepare-records';

export const defaultAlpha = 0.5;

export interface ScoreOptions {
  /** Sets the equality rule of each leaf; without it all leaves are text. */
  readonly schema?: RecordSchema | undefined;
  /** Weight of precision in r_matching, 0–1; 0.5 where none is given. */
  readonly alpha?: number | undefined;
  /** Top-level keys that were asked for (key sampling, §3.4); all where not given. */
  readonly requested?: readonly string[] | undefined;
}

export interface RecordScoreInput extends ScoreOptions {
  readonly gold: unknown;
  readonly prediction: unknown;
}

export interface ScoredRecord extends LeafCounts, Rates {
  readonly kind: 'scored';
  /** r_matching = α·P + (1−α)·R, 0–1. */
  readonly matching: number;
}
export type RecordScore = ScoredRecord | Unscorable;

/** The score of what could not be read as a record: it predicts nothing, and nothing is earned. */
export const scoreOfNothing = (gold: number): ScoredRecord => ({
  kind: 'scored',
  matched: 0,
  predicted: 0,
  gold,
  precision: 0,
  recall: 0,
  f1: 0,
  matching: 0,
});

/** Both sides ready to be compared. */
export interface Comparison {
  readonly kind: 'prepared';
  readonly alpha: number;
  readonly gold: TreeNode | null;
  readonly predicted: TreeNode | null;
  /** False for a prediction that is JSON and no object. */
  readonly isRecord: boolean;
}

export function prepareComparison(input: RecordScoreInput): Comparison | Unscorable {
  const alpha = input.alpha ?? defaultAlpha;
  if (!(alpha >= 0 && alpha <= 1)) return { kind: 'unscorable', reason: 'alpha is not between 0 and 1' };
  const gold = prepareGold(input.gold, input.schema, input.requested);
  if (gold.kind === 'unscorable') return gold;
  const prediction = preparePrediction(input.prediction, input.schema);
  if (prediction.kind === 'unscorable') return prediction;
  return { kind: 'prepared', alpha, gold: gold.tree, predicted: prediction.tree, isRecord: prediction.isRecord };
}

/** The score of a comparison with so many matched leaves. */
export function scoreOfMatches({ alpha, gold, predicted, isRecord }: Comparison, matched: number): ScoredRecord {
  const counts: LeafCounts = { matched, predicted: predicted?.size ?? 0, gold: gold?.size ?? 0 };
  if (!isRecord) return scoreOfNothing(counts.gold);
  const rates = ratesOf(counts);
  return { kind: 'scored', ...counts, ...rates, matching: matchingOf(rates, alpha) };
}

/**
 * Compares a predicted record with gold (arXiv 2506.13363 §3.3, Eq. 5;
 * `docs/scoring.md`). Never throws and never answers 0 for what it could not
 * compute: gold that is missing, no object or at odds with the schema's
 * structure comes back as `unscorable`.
 */
export function scoreRecord(input: RecordScoreInput): RecordScore {
  const comparison = prepareComparison(input);
  if (comparison.kind === 'unscorable') return comparison;
  return scoreOfMatches(comparison, countMatches(comparison.gold, comparison.predicted));
}
