import type { Json } from '../record/json';
import { donutItems } from './donut-record';
import type { DonutItem } from './donut-record';

/** Counts of Donut's F1; they add up over documents. */
export interface DonutCounts {
  /** Leaves that both sides have (`f1_tp`). */
  readonly matched: number;
  /** Leaves that one side alone has, both sides together (`f1_fn_plus_fp`). */
  readonly unmatched: number;
}

/** Adds the leaves below to `counts`, by path without row numbers and text. */
function countLeaves(items: readonly DonutItem[], path: string, counts: Map<string, number>): void {
  for (const item of items) {
    if (item.kind === 'list') countLeaves(item.items, path, counts);
    else if (item.kind === 'group')
      for (const field of item.fields) countLeaves(field.items, path === '' ? field.key : `${path}.${field.key}`, counts);
    else {
      const leaf = JSON.stringify([path, item.text]);
      counts.set(leaf, (counts.get(leaf) ?? 0) + 1);
    }
  }
}

function leafCounts(record: Json): Map<string, number> {
  const counts = new Map<string, number>();
  countLeaves(donutItems(record), '', counts);
  return counts;
}

const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

/**
 * What Donut's F1 counts (arXiv 2111.15664, `JSONParseEvaluator.cal_f1`): the
 * leaves as a multiset of (path, text). It does not see rows: two results that
 * changed places count as right.
 */
export function donutCounts(gold: Json, prediction: Json): DonutCounts {
  const golds = leafCounts(gold);
  const predictions = leafCounts(prediction);
  let matched = 0;
  for (const [leaf, count] of predictions) matched += Math.min(count, golds.get(leaf) ?? 0);
  return { matched, unmatched: total(golds) + total(predictions) - 2 * matched };
}

export const addDonutCounts = (a: DonutCounts, b: DonutCounts): DonutCounts => ({
  matched: a.matched + b.matched,
  unmatched: a.unmatched + b.unmatched,
});

/** Donut's F1, 0–1; 1 where neither side has a leaf (the reference divides by zero). */
export const donutF1 = ({ matched, unmatched }: DonutCounts): number =>
  matched + unmatched === 0 ? 1 : matched / (matched + unmatched / 2);
