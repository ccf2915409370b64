import type { Leaf } from '../record/json';
import type { LeafNode, TreeNode, TreeRow } from './leaf-tree';
import { pairRows } from './pair-rows';

export type Segments = readonly (string | number)[];

/** One leaf of either side or a pair of leaves that stand in the same place. */
export interface LeafComparison {
  /** `indicators[].result`. */
  readonly path: string;
  readonly gold: { readonly segments: Segments; readonly value: Leaf } | null;
  readonly predicted: { readonly segments: Segments; readonly value: Leaf } | null;
  /** Both sides are there and equal. */
  readonly isMatch: boolean;
}

interface Side {
  readonly node: TreeNode;
  readonly segments: Segments;
}

const childPath = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
const step = (side: Side, node: TreeNode | undefined, segment: string | number): Side | null =>
  node ? { node, segments: [...side.segments, segment] } : null;

/**
 * Pairs rows that the scorer left alone, for display: they share no leaf, so no
 * pair of them can add a match.
 */
export type PairLeftRows = (
  gold: readonly TreeRow[],
  predicted: readonly TreeRow[],
) => readonly { readonly gold: TreeRow; readonly predicted: TreeRow }[];

interface Walk {
  readonly emit: (comparison: LeafComparison) => void;
  readonly pairLeft: PairLeftRows;
}

function compareLeaves(gold: Side, predicted: Side, path: string, { emit }: Walk): void {
  const [a, b] = [gold.node as LeafNode, predicted.node as LeafNode];
  emit({
    path,
    gold: { segments: gold.segments, value: a.value },
    predicted: { segments: predicted.segments, value: b.value },
    isMatch: a.key === b.key,
  });
}

function compareFields(gold: Side | null, predicted: Side | null, path: string, walk: Walk): void {
  const golds = gold?.node.kind === 'object' ? gold.node.fields : new Map<string, TreeNode>();
  const predictions = predicted?.node.kind === 'object' ? predicted.node.fields : new Map<string, TreeNode>();
  for (const key of new Set([...golds.keys(), ...predictions.keys()]))
    compare(
      gold && step(gold, golds.get(key), key),
      predicted && step(predicted, predictions.get(key), key),
      childPath(path, key),
      walk,
    );
}

function compareRows(gold: Side | null, predicted: Side | null, path: string, walk: Walk): void {
  const golds = gold?.node.kind === 'list' ? gold.node.rows : [];
  const predictions = predicted?.node.kind === 'list' ? predicted.node.rows : [];
  const partnerOf = new Map(pairRows(golds, predictions).map((pair) => [pair.gold, pair.predicted]));
  const taken = new Set(partnerOf.values());
  const left = walk.pairLeft(
    golds.filter((row) => !partnerOf.has(row)),
    predictions.filter((row) => !taken.has(row)),
  );
  for (const pair of left) {
    partnerOf.set(pair.gold, pair.predicted);
    taken.add(pair.predicted);
  }
  const inRows = `${path}[]`;
  for (const row of golds) {
    const partner = partnerOf.get(row);
    const other = predicted && partner ? step(predicted, partner.node, partner.index) : null;
    compare(gold && step(gold, row.node, row.index), other, inRows, walk);
  }
  for (const row of predictions)
    if (!taken.has(row)) compare(null, predicted && step(predicted, row.node, row.index), inRows, walk);
}

function compare(gold: Side | null, predicted: Side | null, path: string, walk: Walk): void {
  if (gold && predicted && gold.node.kind !== predicted.node.kind) {
    compare(gold, null, path, walk);
    compare(null, predicted, path, walk);
    return;
  }
  const side = gold ?? predicted;
  if (!side) return;
  if (side.node.kind === 'object') compareFields(gold, predicted, path, walk);
  else if (side.node.kind === 'list') compareRows(gold, predicted, path, walk);
  else if (gold && predicted) compareLeaves(gold, predicted, path, walk);
  else {
    const only = { segments: side.segments, value: side.node.value };
    walk.emit({ path, gold: gold ? only : null, predicted: predicted ? only : null, isMatch: false });
  }
}

/**
 * Every non-empty leaf of both sides, list rows paired as `countMatches` pairs
 * them: the matches number exactly what it counts. Gold order, then what only
 * the prediction has.
 * @param pairLeft may bring rows together that share nothing; by default they stay alone
 */
export function compareTrees(
  gold: TreeNode | null,
  predicted: TreeNode | null,
  pairLeft: PairLeftRows = () => [],
): LeafComparison[] {
  const comparisons: LeafComparison[] = [];
  compare(
    gold && { node: gold, segments: [] },
    predicted && { node: predicted, segments: [] },
    '',
    { emit: (comparison) => void comparisons.push(comparison), pairLeft },
  );
  return comparisons;
}
