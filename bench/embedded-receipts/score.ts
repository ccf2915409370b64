import { isJsonList, isJsonObject, type Json, type JsonObject } from '@/lib/core/record/json';
import { addCounts, noLeaves, ratesOf } from '@/lib/core/scoring/counts';
import { scoreRecord } from '@/lib/core/scoring/score-record';

/**
 * How texts are compared: `exact` as `docs/scoring.md` says; `strict` without
 * case and white space (the labels of these receipts differ in white space
 * between copies of one receipt); `loose` by letters and digits alone.
 */
export const comparisons = {
  exact: (text: string): string => text,
  strict: (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ''),
  loose: (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\d]/gu, ''),
} as const;
export type Comparison = keyof typeof comparisons;

function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (isJsonList(value)) return value.map((item) => mapTexts(item, change));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, mapTexts(child, change)]));
}

export interface Pair {
  readonly gold: JsonObject;
  readonly predicted: JsonObject;
}

/** Micro-F1 over the pairs, 0–1. @throws Error where gold cannot be scored. */
export function microF1(pairs: readonly Pair[], comparison: Comparison, requested?: readonly string[]): number {
  const change = comparisons[comparison];
  let counts = noLeaves;
  for (const { gold, predicted } of pairs) {
    const kept = requested ? pick(predicted, requested) : predicted;
    const score = scoreRecord({ gold: mapTexts(gold, change), prediction: mapTexts(kept, change), requested });
    if (score.kind === 'unscorable') throw new Error(score.reason);
    counts = addCounts(counts, score);
  }
  return ratesOf(counts).f1;
}

const pick = (record: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)));

/** "87.5 ± 0.6", in per cent, sample standard deviation. */
export function spread(values: readonly number[], factor = 100, digits = 1): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / Math.max(1, values.length - 1));
  return `${(mean * factor).toFixed(digits)} ± ${(deviation * factor).toFixed(digits)}`;
}
