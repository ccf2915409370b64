import type { ObjectNode, TreeNode, TreeRow } from './leaf-tree';

/** Two rows, by their places in the two lists, that share at least one leaf. */
export interface RowLink {
  readonly g: number;
  readonly p: number;
  readonly matched: number;
}

export type CountPair = (gold: TreeNode, predicted: TreeNode) => number;

const isFlat = (row: TreeRow): row is TreeRow & { readonly node: ObjectNode } =>
  row.node.kind === 'object' && row.node.isFlat;

/** Every leaf of the predicted rows → the rows that hold it, so that only rows that share are met. */
function leafIndex(rows: readonly TreeRow[]): Map<string, Map<string, number[]>> {
  const index = new Map<string, Map<string, number[]>>();
  for (const [p, row] of rows.entries()) {
    if (!isFlat(row)) continue;
    for (const [field, node] of row.node.fields) {
      if (node.kind !== 'leaf') continue;
      let holders = index.get(field);
      if (!holders) index.set(field, (holders = new Map()));
      const held = holders.get(node.key);
      if (held) held.push(p);
      else holders.set(node.key, [p]);
    }
  }
  return index;
}

/**
 * All pairs of rows with something in common. Flat rows (objects of leaves) are
 * counted through an index of their leaves; other rows one pair at a time.
 */
export function linkRows(
  gold: readonly TreeRow[],
  predicted: readonly TreeRow[],
  countPair: CountPair,
): RowLink[] {
  const links: RowLink[] = [];
  const index = leafIndex(predicted);
  const nested = predicted.flatMap((row, p) => (isFlat(row) ? [] : [{ p, node: row.node }]));
  const all = predicted.map((row, p) => ({ p, node: row.node }));
  const matched = new Uint32Array(predicted.length);
  for (const [g, row] of gold.entries()) {
    matched.fill(0);
    if (isFlat(row))
      for (const [field, node] of row.node.fields)
        if (node.kind === 'leaf')
          for (const p of index.get(field)?.get(node.key) ?? []) matched[p] = (matched[p] as number) + 1;
    for (const { p, node } of isFlat(row) ? nested : all) matched[p] = countPair(row.node, node);
    for (const [p, count] of matched.entries()) if (count > 0) links.push({ g, p, matched: count });
  }
  return links;
}
