import { parseCompletion } from './parse-completion';
import type { Unscorable } from './prepare-records';
import { scoreOfNothing, scoreRecord } from './score-record';
import type { ScoreOptions, ScoredRecord } from './score-record';

export interface CompletionScoreInput extends ScoreOptions {
  readonly completion: string;
  readonly gold: unknown;
  /** Whether thinking was asked for. */
  readonly think: boolean;
}

export interface ScoredCompletion extends ScoredRecord {
  /** r_format. */
  readonly format: 0 | 1;
  readonly parseable: boolean;
  /** r_format + r_matching, 0–2 (Eq. 6: the sum is not gated). */
  readonly reward: number;
}
export type CompletionScore = ScoredCompletion | Unscorable;

/** The reward of one rollout; `unscorable` on the same grounds as `scoreRecord`. */
export function scoreCompletion(input: CompletionScoreInput): CompletionScore {
  const { completion, think, ...comparison } = input;
  const { format, record } = parseCompletion(completion, think);
  const score = scoreRecord({ ...comparison, prediction: record ?? {} });
  if (score.kind === 'unscorable') return score;
  // Unparseable earns nothing, even where gold is empty and silence would be right.
  const earned = record ? score : scoreOfNothing(score.gold);
  return { ...earned, format, parseable: record !== null, reward: format + earned.matching };
}
