import type { Leaf } from '../record/json';
import type { RecordSchema } from '../schema/types';
import { equalityKey } from '../scoring';
import type { LeafComparison, Segments } from '../scoring/compare-trees';
import { leafSchemaAt } from './severity';

/** Segments up to the innermost row; null outside of lists. */
export function rowOf(segments: Segments): Segments | null {
  const at = segments.findLastIndex((segment) => typeof segment === 'number');
  return at < 0 ? null : segments.slice(0, at + 1);
}

const nameOf = (segments: Segments): string => JSON.stringify(segments);

/** Equal for two leaves that stand in the same column and are equal under its `x-match`. */
function cellKey(schema: RecordSchema | undefined, segments: Segments, value: Leaf): string {
  const column = segments.map((segment) => (typeof segment === 'number' ? 0 : segment));
  const rule = leafSchemaAt(schema, segments)?.['x-match'] ?? 'text';
  return JSON.stringify([column, equalityKey(value, rule)]);
}

/** Predicted rows that stand beside a gold row; the others are invented as a whole. */
function pairedRows(comparisons: readonly LeafComparison[]): Set<string> {
  const rows = new Set<string>();
  for (const { gold, predicted } of comparisons)
    if (gold && predicted)
      predicted.segments.forEach((segment, i) => {
        if (typeof segment === 'number') rows.add(nameOf(predicted.segments.slice(0, i + 1)));
      });
  return rows;
}

/**
 * Predicted leaves that are not right where they stand, but equal the gold leaf
 * of the same column in another row that did not get it right: comparison →
 * segments of that gold leaf. One to one, in the order of the comparisons, so a
 * value that is missing once is found once.
 */
export function findWrongRows(
  comparisons: readonly LeafComparison[],
  schema: RecordSchema | undefined,
): Map<LeafComparison, Segments> {
  const waiting = new Map<string, Segments[]>();
  for (const { gold, isMatch } of comparisons) {
    if (!gold || isMatch || !rowOf(gold.segments)) continue;
    const key = cellKey(schema, gold.segments, gold.value);
    const golds = waiting.get(key);
    if (golds) golds.push(gold.segments);
    else waiting.set(key, [gold.segments]);
  }
  const paired = pairedRows(comparisons);
  const found = new Map<LeafComparison, Segments>();
  for (const comparison of comparisons) {
    const { predicted, isMatch } = comparison;
    const row = predicted && rowOf(predicted.segments);
    if (!predicted || !row || isMatch || !paired.has(nameOf(row))) continue;
    const home = waiting.get(cellKey(schema, predicted.segments, predicted.value))?.shift();
    if (home) found.set(comparison, home);
  }
  return found;
}
