import type { JsonObject } from '../record/json';
import type { RecordSchema } from '../schema/types';
import type { LeafCounts, Rates } from './counts';
import { scoreRecordByField, type FieldCounts, type ScoredByField } from './per-field';
import type { Unscorable } from './prepare-records';
import { scoreCompletionByField, type Reward } from './score-completion';

export interface ScoreFilesOptions {
  readonly schema?: RecordSchema | undefined;
  /** Weight of precision, 0–1; 0.5 where not given. */
  readonly alpha?: number | undefined;
  /** PRED holds `completion` texts instead of records. */
  readonly completions?: boolean | undefined;
  /** Whether thinking was asked for (completions only); true where not given. */
  readonly think?: boolean | undefined;
}

export interface DocumentScore extends LeafCounts, Rates {
  readonly id: string;
  readonly matching: number;
  /** With completions only. */
  readonly format?: 0 | 1;
  readonly reward?: number;
}

export interface LineScore {
  readonly score: DocumentScore;
  readonly fields: FieldCounts;
}

/** Why a prediction line cannot be used; null where it can. */
export function predictionProblem(content: JsonObject, { completions = false }: ScoreFilesOptions): string | null {
  if (!completions) return Object.hasOwn(content, 'record') ? null : 'prediction line has no "record"';
  return typeof content['completion'] === 'string' ? null : 'prediction line has no "completion" text';
}

/** The keys that were asked for; undefined for all, null where the line has them wrong. */
function requestedOf(content: JsonObject): readonly string[] | undefined | null {
  const requested = content['requested'];
  if (requested === undefined || requested === null) return undefined;
  if (!Array.isArray(requested) || !requested.every((key) => typeof key === 'string')) return null;
  return requested as readonly string[];
}

/** Keys in the order of the command's output. */
function lineScore(id: string, scored: ScoredByField, rewarded: Omit<Reward, 'parseable'> | null): LineScore {
  const { matched, predicted, gold, precision, recall, f1, matching, fields } = scored;
  const score = { id, matched, predicted, gold, precision, recall, f1, matching };
  return { score: rewarded ? { ...score, format: rewarded.format, reward: rewarded.reward } : score, fields };
}

/** The score of one line of gold; without a prediction it is scored against `{}`. */
export function scoreLine(
  id: string,
  gold: JsonObject,
  prediction: JsonObject | undefined,
  { completions = false, think = true, schema, alpha }: ScoreFilesOptions,
): LineScore | Unscorable {
  const requested = requestedOf(gold);
  if (requested === null)
    return { kind: 'unscorable', reason: 'gold line has a "requested" that is not a list of keys' };
  const comparison = { gold: gold['record'], requested, schema, alpha };
  const { record = {}, completion } = prediction ?? {};
  if (completions && typeof completion === 'string') {
    const scored = scoreCompletionByField({ ...comparison, completion, think });
    return scored.kind === 'unscorable' ? scored : lineScore(id, scored, scored);
  }
  const scored = scoreRecordByField({ ...comparison, prediction: record });
  if (scored.kind === 'unscorable') return scored;
  // Without a completion the record is compared all the same, and it has no format.
  return lineScore(id, scored, completions ? { format: 0, reward: scored.matching } : null);
}
