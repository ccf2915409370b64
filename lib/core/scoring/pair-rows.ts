import { bestLinks, onlyBestLinks } from './assign-links';
import { countInner } from './count-inner';
import type { TreeRow } from './leaf-tree';
import { linkRows, type RowLink } from './link-rows';
import { pairTwins } from './row-twins';

/** A gold row and the predicted row it is compared with. */
export interface RowPair {
  readonly gold: TreeRow;
  readonly predicted: TreeRow;
  /** Leaves that match, ≥ 1: rows that share nothing are no pair. */
  readonly matched: number;
}

/** An order of rows that their own order does not change. */
export const bySignature = (a: TreeRow, b: TreeRow): number =>
  a.signature < b.signature ? -1 : a.signature > b.signature ? 1 : a.index - b.index;

interface EqualSplit {
  readonly equal: readonly RowPair[];
  readonly gold: readonly TreeRow[];
  readonly predicted: readonly TreeRow[];
}

/** Pairs the rows that are equal throughout: some best assignment holds them (`pairTwins` says why). */
function splitEqual(gold: readonly TreeRow[], predicted: readonly TreeRow[]): EqualSplit {
  const waiting = new Map<string, TreeRow[]>();
  for (const row of gold.toReversed()) {
    const alike = waiting.get(row.signature);
    if (alike) alike.push(row);
    else waiting.set(row.signature, [row]);
  }
  const equal: RowPair[] = [];
  const left: TreeRow[] = [];
  for (const row of predicted) {
    const twin = waiting.get(row.signature)?.pop();
    if (twin) equal.push({ gold: twin, predicted: row, matched: twin.node.size });
    else left.push(row);
  }
  return { equal, gold: [...waiting.values()].flat(), predicted: left };
}

const pairsOf = (links: readonly RowLink[], gold: readonly TreeRow[], predicted: readonly TreeRow[]): RowPair[] =>
  links.map(({ g, p, matched }) => ({ gold: gold[g] as TreeRow, predicted: predicted[p] as TreeRow, matched }));

/** The pairs of a best assignment; where several are best, one that follows from the rows alone. */
function choosePairs(goldRows: readonly TreeRow[], predictedRows: readonly TreeRow[]): RowPair[] {
  const { equal, ...left } = splitEqual(goldRows, predictedRows);
  const gold = left.gold.toSorted(bySignature);
  const predicted = left.predicted.toSorted(bySignature);
  const { twins, rest } = pairTwins(linkRows(gold, predicted, countInner));
  return [...equal, ...pairsOf([...twins, ...bestLinks(rest, gold.length, predicted.length)], gold, predicted)];
}

/** So few pairs of rows that it is quickest to look at all that share something. */
const few = 4096;

/**
 * Rows paired one to one so that the total of matched leaves is the largest
 * possible. Which of several best pairings is taken depends on the rows alone,
 * not on their order, so that per-field figures do not either.
 */
export function pairRows(gold: readonly TreeRow[], predicted: readonly TreeRow[]): RowPair[] {
  const [g, p] = [gold[0], predicted[0]];
  if (!g || !p) return [];
  if (gold.length === 1 && predicted.length === 1 && g.signature === p.signature)
    return [{ gold: g, predicted: p, matched: g.node.size }];
  const only = gold.length * predicted.length > few ? null : onlyBestLinks(linkRows(gold, predicted, countInner).links);
  return only ? pairsOf(only, gold, predicted) : choosePairs(gold, predicted);
}
