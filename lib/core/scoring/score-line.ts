import type { Json, JsonObject } from '../record/json';
import type { RecordSchema } from '../schema/types';
import type { LeafCounts, Rates } from './counts';
import { parseCompletion } from './parse-completion';
import { fieldCounts, type FieldCounts } from './per-field';
import type { Unscorable } from './prepare-records';
import { scoreCompletion, type ScoredCompletion } from './score-completion';
import { scoreRecord, type ScoreOptions } from './score-record';

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

/** The record that is compared, and what the completion around it adds to the score. */
interface Candidate {
  readonly record: Json;
  readonly completion: string | null;
}

function candidateOf(prediction: JsonObject | undefined, options: ScoreFilesOptions): Candidate {
  const { record = {}, completion } = prediction ?? {};
  if (!options.completions || typeof completion !== 'string') return { record, completion: null };
  return { record: parseCompletion(completion, options.think ?? true).record ?? {}, completion };
}

type Rewarded = Omit<ScoredCompletion, 'parseable'>;

function scoreCandidate(
  comparison: ScoreOptions & { readonly gold: unknown },
  { record, completion }: Candidate,
  { think = true }: ScoreFilesOptions,
): Rewarded | Unscorable {
  if (completion !== null) return scoreCompletion({ ...comparison, completion, think });
  const score = scoreRecord({ ...comparison, prediction: record });
  // Without a completion the record is compared all the same, and it has no format.
  return score.kind === 'unscorable' ? score : { ...score, format: 0, reward: score.matching };
}

/** The score of one line of gold; without a prediction it is scored against `{}`. */
export function scoreLine(
  id: string,
  gold: JsonObject,
  prediction: JsonObject | undefined,
  options: ScoreFilesOptions,
): LineScore | Unscorable {
  const requested = requestedOf(gold);
  if (requested === null)
    return { kind: 'unscorable', reason: 'gold line has a "requested" that is not a list of keys' };
  const shared = { gold: gold['record'], requested, schema: options.schema };
  const candidate = candidateOf(prediction, options);
  const score = scoreCandidate({ ...shared, alpha: options.alpha }, candidate, options);
  if (score.kind === 'unscorable') return score;
  const byField = fieldCounts({ ...shared, prediction: candidate.record });
  if (byField.kind === 'unscorable') return byField;
  const { matched, predicted, gold: goldLeaves, precision, recall, f1, matching, format, reward } = score;
  const figures = { id, matched, predicted, gold: goldLeaves, precision, recall, f1, matching };
  return { score: options.completions ? { ...figures, format, reward } : figures, fields: byField.fields };
}
