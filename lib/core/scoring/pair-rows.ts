import { linearSumAssignment } from 'linear-sum-assignment';
import type { TreeRow } from './leaf-tree';
import { linkRows } from './link-rows';
import type { CountPair, RowLink } from './link-rows';

/** A gold row and the predicted row it is compared with. */
export interface RowPair {
  readonly gold: TreeRow;
  readonly predicted: TreeRow;
  /** Leaves that match, ≥ 1: rows that share nothing are no pair. */
  readonly matched: number;
}

const bySignature = (a: TreeRow, b: TreeRow): number =>
  a.signature < b.signature ? -1 : a.signature > b.signature ? 1 : a.index - b.index;

interface TwinSplit {
  readonly twins: readonly RowPair[];
  readonly gold: readonly TreeRow[];
  readonly predicted: readonly TreeRow[];
}

/**
 * Pairs the rows that are equal throughout. Some best assignment always holds
 * such a pair: |g|+|p|−2·matched is a distance, and by its triangle inequality
 * undoing (g, g′), (p′, g) for (g, p = g), (g′, p′) loses no leaf.
 */
function splitTwins(gold: readonly TreeRow[], predicted: readonly TreeRow[]): TwinSplit {
  const waiting = new Map<string, TreeRow[]>();
  for (const row of gold.toReversed()) {
    const alike = waiting.get(row.signature);
    if (alike) alike.push(row);
    else waiting.set(row.signature, [row]);
  }
  const twins: RowPair[] = [];
  const left: TreeRow[] = [];
  for (const row of predicted) {
    const twin = waiting.get(row.signature)?.pop();
    if (twin) twins.push({ gold: twin, predicted: row, matched: twin.node.size });
    else left.push(row);
  }
  return { twins, gold: [...waiting.values()].flat(), predicted: left };
}

/** Groups of rows that links hold together; no assignment crosses from one to another. */
function connectedGroups(links: readonly RowLink[], goldCount: number, predictedCount: number): RowLink[][] {
  const parent = Int32Array.from({ length: goldCount + predictedCount }, (_, i) => i);
  const rootOf = (row: number): number => {
    let at = row;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number;
    return at;
  };
  for (const { g, p } of links) parent[rootOf(g)] = rootOf(goldCount + p);
  const groups = new Map<number, RowLink[]>();
  for (const link of links) {
    const root = rootOf(link.g);
    const group = groups.get(root);
    if (group) group.push(link);
    else groups.set(root, [link]);
  }
  return [...groups.values()];
}

const distinct = (values: Iterable<number>): number[] => [...new Set(values)].sort((a, b) => a - b);

/** The links of a best assignment within one group (maximum total `matched`). */
function assign(links: readonly RowLink[]): RowLink[] {
  const gs = distinct(links.map((link) => link.g));
  const ps = distinct(links.map((link) => link.p));
  if (gs.length === 1 || ps.length === 1)
    return [links.reduce((best, link) => (link.matched > best.matched ? link : best))];
  const columnOf = new Map(ps.map((p, column) => [p, column]));
  const rowOf = new Map(gs.map((g, row) => [g, row]));
  const weights = gs.map(() => new Float64Array(ps.length));
  for (const { g, p, matched } of links)
    (weights[rowOf.get(g) as number] as Float64Array)[columnOf.get(p) as number] = matched;
  const { rowAssignments } = linearSumAssignment(weights, { maximaze: true });
  return gs.flatMap((g, row) => {
    const column = rowAssignments[row] as number;
    const matched = column < 0 ? 0 : ((weights[row] as Float64Array)[column] as number);
    return matched > 0 ? [{ g, p: ps[column] as number, matched }] : [];
  });
}

/**
 * Rows paired one to one so that the total of matched leaves is the largest
 * possible. Which of several best pairings is taken depends on the rows alone,
 * not on their order, so that per-field figures do not either.
 * @param countPair matched leaves of two nodes, for rows that are not flat
 */
export function pairRows(
  goldRows: readonly TreeRow[],
  predictedRows: readonly TreeRow[],
  countPair: CountPair,
): RowPair[] {
  const split = splitTwins(goldRows, predictedRows);
  const gold = split.gold.toSorted(bySignature);
  const predicted = split.predicted.toSorted(bySignature);
  const links = linkRows(gold, predicted, countPair);
  const groups = connectedGroups(links, gold.length, predicted.length);
  const pairs = groups.flatMap(assign).map(({ g, p, matched }) => ({
    gold: gold[g] as TreeRow,
    predicted: predicted[p] as TreeRow,
    matched,
  }));
  return [...split.twins, ...pairs];
}

