import { linearSumAssignment } from 'linear-sum-assignment';
import type { Json } from '../record/json';
import { pairGroups } from './kieval-fields';
import type { Fields, GroupPair } from './kieval-fields';

/** What KIEval counts; adds up over documents. */
export interface KievalCounts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  /** Values to replace: the false positives and false negatives of a field that pair up. */
  readonly wrong: number;
  /** Values to add or to delete: those that are left. */
  readonly noMatch: number;
}

/** Each 0–1. */
export interface KievalFigures {
  readonly precision: number;
  readonly recall: number;
  readonly entityF1: number;
  /** KIEval Aligned: 1 − the share of values that a person still has to replace, add or delete. */
  readonly aligned: number;
}

export const noKievalCounts: KievalCounts = { tp: 0, fp: 0, fn: 0, wrong: 0, noMatch: 0 };

export const addKievalCounts = (a: KievalCounts, b: KievalCounts): KievalCounts => ({
  tp: a.tp + b.tp,
  fp: a.fp + b.fp,
  fn: a.fn + b.fn,
  wrong: a.wrong + b.wrong,
  noMatch: a.noMatch + b.noMatch,
});

/** One field, its values as a multiset; equal is equal text. */
function countField(gold: readonly string[], predicted: readonly string[]): KievalCounts {
  const left = [...gold];
  for (const text of predicted) {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
  }
  const fn = left.length;
  const tp = gold.length - fn;
  const fp = predicted.length - tp;
  return { tp, fp, fn, wrong: Math.min(fp, fn), noMatch: Math.abs(fp - fn) };
}

const noFields: Fields = new Map();

function countRows(gold: Fields, predicted: Fields): KievalCounts {
  const paths = new Set([...gold.keys(), ...predicted.keys()]);
  return [...paths]
    .map((path) => countField(gold.get(path) ?? [], predicted.get(path) ?? []))
    .reduce(addKievalCounts, noKievalCounts);
}

const valuesOf = (rows: readonly Fields[]): number =>
  rows.reduce((sum, row) => sum + [...row.values()].reduce((all, texts) => all + texts.length, 0), 0);

/**
 * Rows are paired so that most values match and, of the pairings with as many,
 * fewest are left to correct; the reference leaves the latter to the order.
 */
function countGroup({ gold, predicted }: GroupPair): KievalCounts {
  if (gold.length === 0 || predicted.length === 0) {
    const [fn, fp] = [valuesOf(gold), valuesOf(predicted)];
    return { tp: 0, fp, fn, wrong: 0, noMatch: fp + fn };
  }
  const counts = gold.map((row) => predicted.map((other) => countRows(row, other)));
  const aboveAllWrong = 1 + Math.min(valuesOf(gold), valuesOf(predicted));
  const weights = counts.map((row) => Float64Array.from(row, ({ tp, wrong }) => tp * aboveAllWrong + wrong));
  const { rowAssignments } = linearSumAssignment(weights, { maximaze: true });
  const taken = new Set(rowAssignments);
  const pairs = gold.map((row, g) => counts[g]?.[rowAssignments[g] as number] ?? countRows(row, noFields));
  const surplus = predicted.filter((_, p) => !taken.has(p)).map((row) => countRows(noFields, row));
  return [...pairs, ...surplus].reduce(addKievalCounts, noKievalCounts);
}

/**
 * Entities right, wrong, made up and missing in one document (KIEval, arXiv
 * 2503.05488). A value counts as right only in the row that its row is paired
 * with. Texts are compared as they are, but for outer white space.
 */
export const kievalCounts = (gold: Json, prediction: Json): KievalCounts =>
  pairGroups(gold, prediction).map(countGroup).reduce(addKievalCounts, noKievalCounts);

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** The figures of one document or, from added counts, of many; all 1 where neither side has a value. */
export function kievalFigures({ tp, fp, fn, wrong, noMatch }: KievalCounts): KievalFigures {
  if (tp + fp + fn === 0) return { precision: 1, recall: 1, entityF1: 1, aligned: 1 };
  return {
    precision: share(tp, tp + fp),
    recall: share(tp, tp + fn),
    entityF1: share(2 * tp, 2 * tp + fp + fn),
    aligned: share(tp, tp + wrong + noMatch),
  };
}
