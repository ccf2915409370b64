import { parseCompletion } from './parse-completion';
import { scoreRecordByField, type ScoredByField } from './per-field';
import type { Unscorable } from './prepare-records';
import { scoreOfNothing, scoreRecord } from './score-record';
import type { RecordScoreInput, ScoreOptions, ScoredRecord } from './score-record';

export interface CompletionScoreInput extends ScoreOptions {
  readonly completion: string;
  readonly gold: unknown;
  /** Whether thinking was asked for. */
  readonly think: boolean;
}

export interface Reward {
  /** r_format. */
  readonly format: 0 | 1;
  readonly parseable: boolean;
  /** r_format + r_matching, 0–2 (Eq. 6: the sum is not gated). */
  readonly reward: number;
}

export type ScoredCompletion = ScoredRecord & Reward;
export type CompletionScore = ScoredCompletion | Unscorable;

function rewardWith<Score extends ScoredRecord>(
  { completion, think, ...comparison }: CompletionScoreInput,
  score: (input: RecordScoreInput) => Score | Unscorable,
): (Score & Reward) | Unscorable {
  const { format, record } = parseCompletion(completion, think);
  const scored = score({ ...comparison, prediction: record ?? {} });
  if (scored.kind === 'unscorable') return scored;
  // Unparseable earns nothing, even where gold is empty and silence would be right.
  const earned = record ? scored : { ...scored, ...scoreOfNothing(scored.gold) };
  return { ...earned, format, parseable: record !== null, reward: format + earned.matching };
}

/** The reward of one rollout; `unscorable` on the same grounds as `scoreRecord`. */
export const scoreCompletion = (input: CompletionScoreInput): CompletionScore => rewardWith(input, scoreRecord);

/** The same with the counts by leaf path. */
export const scoreCompletionByField = (input: CompletionScoreInput): (ScoredByField & Reward) | Unscorable =>
  rewardWith(input, scoreRecordByField);
