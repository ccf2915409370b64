import { linearSumAssignment } from 'linear-sum-assignment';
import type { RowLink } from './link-rows';

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
 * The links of a best one-to-one assignment: the total of `matched` is the
 * largest possible. Rows without a link stay alone. Which of several best
 * assignments is taken follows from the places alone.
 */
export const bestLinks = (links: readonly RowLink[], goldCount: number, predictedCount: number): RowLink[] =>
  connectedGroups(links, goldCount, predictedCount).flatMap(assign);

/**
 * The links of the only best assignment, where each gold row has one best
 * partner and no two the same; null where there may be a choice.
 * @param links by gold row
 */
export function onlyBestLinks(links: readonly RowLink[]): RowLink[] | null {
  const taken = new Set<number>();
  const best: RowLink[] = [];
  for (let at = 0; at < links.length; ) {
    let largest = links[at] as RowLink;
    let isTied = false;
    for (at++; links[at]?.g === largest.g; at++) {
      const link = links[at] as RowLink;
      if (link.matched < largest.matched) continue;
      isTied = link.matched === largest.matched;
      largest = link;
    }
    if (isTied || taken.has(largest.p)) return null;
    taken.add(largest.p);
    best.push(largest);
  }
  return best;
}
