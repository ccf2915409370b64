import { readFileSync } from 'node:fs';
import { oneOf } from '@/lib/core/metrics/alternatives';
import type { GoldValue } from '@/lib/core/metrics/alternatives';
import { anlsStar } from '@/lib/core/metrics/anls-star';
import { donutCounts, donutF1 } from '@/lib/core/metrics/donut-counts';
import { kievalCounts, kievalFigures } from '@/lib/core/metrics/kieval';
import { ntedAccuracy } from '@/lib/core/metrics/nted';
import { isJsonList, isJsonObject } from '@/lib/core/record/json';
import type { Json } from '@/lib/core/record/json';

export interface AgreeingPair {
  readonly name: string;
  readonly gold: Json;
  readonly pred: Json;
  /** Keys whose list stands for alternatives. */
  readonly alternatives?: readonly string[];
  readonly expect: {
    readonly anlsStar: number;
    readonly nted?: number;
    /** Matched, unmatched. */
    readonly donut?: readonly number[];
    /** TP, FP, FN, wrong, no match. */
    readonly kieval?: readonly number[];
  };
}
export interface DifferingPair {
  readonly id: string;
  readonly metric: keyof typeof figures;
  readonly gold: Json;
  readonly pred: Json;
  readonly reference: number | string;
  readonly ours: number;
}

export const vectors = JSON.parse(readFileSync(new URL('../metric-vectors.json', import.meta.url), 'utf8')) as {
  readonly agree: readonly AgreeingPair[];
  readonly differ: readonly DifferingPair[];
};

/** The figures that a reference has, by their names in the vectors. */
export const figures = {
  anlsStar,
  nted: ntedAccuracy,
  donutF1: (gold: Json, prediction: Json) => donutF1(donutCounts(gold, prediction)),
  kievalAligned: (gold: Json, prediction: Json) => kievalFigures(kievalCounts(gold, prediction)).aligned,
} as const;

/** Gold with the lists at the named keys turned into alternatives. */
export function withAlternatives(gold: Json, keys: readonly string[]): GoldValue {
  if (!isJsonObject(gold)) return gold;
  const options = (key: string, value: Json): GoldValue => {
    const [first, ...others] = keys.includes(key) && isJsonList(value) ? value : [];
    return first === undefined ? value : oneOf(first, ...others);
  };
  return Object.fromEntries(Object.entries(gold).map(([key, value]) => [key, options(key, value)]));
}
