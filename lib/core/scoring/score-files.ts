import type { Json, JsonObject } from '../record/json';
import type { RecordSchema } from '../schema/types';
import { microScore, type MicroScore } from './micro';
import type { LeafCounts, Rates } from './counts';
import { addFieldCounts, fieldCounts, type FieldCounts } from './per-field';
import { parseCompletion } from './parse-completion';
import { readLines, type FileLine, type LeftOut, type Lines } from './read-lines';
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

/** The output of `hundredfold score`, figures unrounded. */
export interface FilesScore {
  readonly documents: readonly DocumentScore[];
  readonly micro: MicroScore;
  readonly fields: FieldCounts;
  readonly unscorable: readonly LeftOut[];
}

/** The keys that were asked for; undefined for all, null where the line has them wrong. */
function requestedOf(content: JsonObject): readonly string[] | undefined | null {
  const requested = content['requested'];
  if (requested === undefined || requested === null) return undefined;
  if (!Array.isArray(requested) || !requested.every((key) => typeof key === 'string')) return null;
  return requested as readonly string[];
}

interface DocumentResult {
  readonly score: DocumentScore;
  readonly fields: FieldCounts;
}

/** The record that is compared, and what the completion around it adds to the score. */
interface Candidate {
  readonly record: Json;
  readonly completion: string | null;
}

function candidateOf(prediction: FileLine | undefined, options: ScoreFilesOptions): Candidate {
  if (!prediction) return { record: {}, completion: null };
  const { record = {}, completion } = prediction.content;
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

function scoreDocument(
  gold: FileLine,
  prediction: FileLine | undefined,
  options: ScoreFilesOptions,
): DocumentResult | Unscorable {
  const requested = requestedOf(gold.content);
  if (requested === null)
    return { kind: 'unscorable', reason: 'gold line has a "requested" that is not a list of keys' };
  const shared = { gold: gold.content['record'], requested, schema: options.schema };
  const { record, completion } = candidateOf(prediction, options);
  const score = scoreCandidate({ ...shared, alpha: options.alpha }, { record, completion }, options);
  if (score.kind === 'unscorable') return score;
  const fields = fieldCounts({ ...shared, prediction: record });
  if (fields.kind === 'unscorable') return fields;
  const { matched, predicted, gold: goldLeaves, precision, recall, f1, matching } = score;
  const figures = { id: gold.id, matched, predicted, gold: goldLeaves, precision, recall, f1, matching };
  if (!options.completions) return { score: figures, fields: fields.fields };
  return { score: { ...figures, format: score.format, reward: score.reward }, fields: fields.fields };
}

function whyUnusable(found: FileLine, gold: ReadonlyMap<string, FileLine>, options: ScoreFilesOptions): string | null {
  if (!gold.has(found.id)) return 'prediction without gold';
  if (!options.completions) return Object.hasOwn(found.content, 'record') ? null : 'prediction line has no "record"';
  return typeof found.content['completion'] === 'string' ? null : 'prediction line has no "completion" text';
}

/**
 * Scores two files of JSON lines (`docs/scoring.md`, "The command"). Documents
 * stand in the order of GOLD; a gold id without a usable prediction is scored
 * against `{}`; whatever was left out is in `unscorable` with its reason.
 */
export async function scoreFiles(
  gold: Lines,
  predictions: Lines,
  options: ScoreFilesOptions = {},
): Promise<FilesScore> {
  const unscorable: LeftOut[] = [];
  const goldLines = await readLines(gold, 'gold', unscorable);
  const predictionLines = await readLines(predictions, 'prediction', unscorable);
  for (const found of predictionLines.values()) {
    const reason = whyUnusable(found, goldLines, options);
    if (reason === null) continue;
    unscorable.push({ id: found.id, line: found.line, reason });
    predictionLines.delete(found.id);
  }
  const results: DocumentResult[] = [];
  for (const line of goldLines.values()) {
    const result = scoreDocument(line, predictionLines.get(line.id), options);
    if ('kind' in result) unscorable.push({ id: line.id, line: line.line, reason: result.reason });
    else results.push(result);
  }
  return {
    documents: results.map((result) => result.score),
    micro: microScore(results.map((result) => result.score)),
    fields: addFieldCounts(results.map((result) => result.fields)),
    unscorable,
  };
}
