import type { DonutTree } from './nted-tree';

/** Cost of turning a node of the first tree into one of the second, by place in postorder. */
export type UpdateCost = (source: number, target: number) => number;

type Distances = Uint16Array | Uint32Array;

interface Problem {
  readonly a: DonutTree;
  readonly b: DonutTree;
  readonly updateCost: UpdateCost;
  readonly cap: number;
  /** Distance of the subtrees at two nodes: `a.size` rows of `b.size`. */
  readonly trees: Distances;
  /** Distance of what stands before two places of two subtrees: rows of `b.size + 1`. */
  readonly forests: Distances;
}

/** Roots of the subproblems: the last node of those that share a first node. */
function keyRoots(tree: DonutTree): Int32Array {
  const last = new Map<number, number>();
  for (let node = 0; node < tree.size; node++) last.set(tree.first[node] as number, node);
  return Int32Array.from(last.values()).sort();
}

/** A row of the forest table whose node is not on the left spine: the distances of its subtree are known. */
function fillRow(problem: Problem, row: number, node: number, before: number, startB: number, rootB: number): void {
  const { a, b, cap, trees, forests } = problem;
  const { first, weight } = b;
  const deletion = a.weight[node] as number;
  const treeRow = node * b.size;
  const above = row - b.size - startB;
  const offset = row + 1 - startB;
  let left = forests[row] as number;
  for (let nodeB = startB; nodeB <= rootB; nodeB++) {
    const matched = (forests[before + (first[nodeB] as number)] as number) + (trees[treeRow + nodeB] as number);
    const deleted = (forests[above + nodeB] as number) + deletion;
    left = Math.min(left + (weight[nodeB] as number), deleted, matched, cap);
    forests[offset + nodeB] = left;
  }
}

/** A row on the left spine of the first tree: where both nodes are on theirs, their subtrees' distance is found. */
function fillSpineRow(problem: Problem, row: number, node: number, startB: number, rootB: number): void {
  const { a, b, cap, trees, forests, updateCost } = problem;
  const { first, weight } = b;
  const deletion = a.weight[node] as number;
  const treeRow = node * b.size;
  const above = row - b.size - startB;
  const offset = row + 1 - startB;
  let left = forests[row] as number;
  for (let nodeB = startB; nodeB <= rootB; nodeB++) {
    const firstB = first[nodeB] as number;
    const isSpine = firstB === startB;
    const matched = isSpine
      ? (forests[above + nodeB - 1] as number) + updateCost(node, nodeB)
      : (forests[firstB - startB] as number) + (trees[treeRow + nodeB] as number);
    const deleted = (forests[above + nodeB] as number) + deletion;
    left = Math.min(left + (weight[nodeB] as number), deleted, matched, cap);
    forests[offset + nodeB] = left;
    if (isSpine) trees[treeRow + nodeB] = left;
  }
}

function compareSubtrees(problem: Problem, rootA: number, rootB: number): void {
  const { a, b, cap, forests } = problem;
  const width = b.size + 1;
  const startA = a.first[rootA] as number;
  const startB = b.first[rootB] as number;
  forests[0] = 0;
  for (let nodeB = startB, j = 1; nodeB <= rootB; nodeB++, j++)
    forests[j] = Math.min(cap, (forests[j - 1] as number) + (b.weight[nodeB] as number));
  for (let node = startA, row = width; node <= rootA; node++, row += width) {
    const first = a.first[node] as number;
    forests[row] = Math.min(cap, (forests[row - width] as number) + (a.weight[node] as number));
    if (first === startA) fillSpineRow(problem, row, node, startB, rootB);
    else fillRow(problem, row, node, (first - startA) * width - startB, startB, rootB);
  }
}

/** A key with one value, the most frequent subtree: no mapping beats value to value and key to key. */
function compareFields({ b, cap, trees, updateCost }: Problem, rootA: number, rootB: number): void {
  const edits = updateCost(rootA - 1, rootB - 1);
  const ofKey = rootA * b.size + rootB;
  const ofValue = ofKey - b.size;
  trees[ofValue - 1] = Math.min(cap, edits);
  trees[ofValue] = trees[ofKey - 1] = Math.min(cap, edits + 1);
  trees[ofKey] = Math.min(cap, edits + updateCost(rootA, rootB));
}

const isField = (tree: DonutTree, root: number): boolean => root - (tree.first[root] as number) === 1;

/**
 * Cost of the cheapest edits that turn one ordered tree into another (Zhang and
 * Shasha 1989), or `cap` where it is no less. Steps: the product of the
 * trees' sizes, each times its depth; memory: 4 bytes a pair of nodes, 8 where
 * the cap is beyond 16 bits.
 *
 * Distances beyond the cap are kept as the cap: they are made by sums and
 * minima of costs ≥ 0 alone, so that none below it changes.
 */
export function treeEditDistance(a: DonutTree, b: DonutTree, updateCost: UpdateCost, cap: number): number {
  const make = (length: number): Distances => (cap <= 0xffff ? new Uint16Array(length) : new Uint32Array(length));
  const trees = make(a.size * b.size);
  const forests = make((a.size + 1) * (b.size + 1));
  const problem = { a, b, updateCost, cap, trees, forests };
  const rootsOfB = keyRoots(b);
  for (const rootA of keyRoots(a)) {
    const isFieldA = isField(a, rootA);
    for (const rootB of rootsOfB) {
      if (isFieldA && isField(b, rootB)) compareFields(problem, rootA, rootB);
      else compareSubtrees(problem, rootA, rootB);
    }
  }
  return trees[a.size * b.size - 1] as number;
}
