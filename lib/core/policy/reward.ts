import type { JsonObject } from '../record/json';
import type { RecordSchema } from '../schema/types';
import { countMatches } from '../scoring/count-matches';
import { matchingOf, ratesOf, type LeafCounts, type Rates } from '../scoring/counts';
import { prepareGold, preparePrediction, type Unscorable } from '../scoring/prepare-records';

export interface Scored extends LeafCounts, Rates {
  readonly kind: 'scored';
  /** r_matching, 0–1. */
  readonly matching: number;
}
export type Judgement = Scored | Unscorable;
export type Judge = (record: JsonObject) => Judgement;

/** What `scoreRecord` says, with gold prepared once for many records. */
export function createJudge(schema: RecordSchema, gold: JsonObject, alpha: number): Judge {
  const prepared = prepareGold(gold, schema, undefined);
  if (prepared.kind === 'unscorable') return () => prepared;
  return (record) => {
    const prediction = preparePrediction(record, schema);
    if (prediction.kind === 'unscorable') return prediction;
    const counts: LeafCounts = {
      matched: countMatches(prepared.tree, prediction.tree),
      predicted: prediction.tree?.size ?? 0,
      gold: prepared.tree?.size ?? 0,
    };
    const rates = ratesOf(counts);
    return { kind: 'scored', ...counts, ...rates, matching: matchingOf(rates, alpha) };
  };
}
