import type { TreeNode } from './leaf-tree';
import { pairRows } from './pair-rows';

/**
 * n of Eq. 5: leaves of the prediction that match gold. Objects meet key by key,
 * lists by the best assignment of their rows, a leaf only a leaf; null is an
 * empty tree.
 */
export function countMatches(gold: TreeNode | null, predicted: TreeNode | null): number {
  if (!gold || !predicted) return 0;
  if (gold.kind === 'leaf') return predicted.kind === 'leaf' && gold.key === predicted.key ? 1 : 0;
  if (gold.kind === 'object') {
    if (predicted.kind !== 'object') return 0;
    let matched = 0;
    for (const [key, node] of gold.fields) matched += countMatches(node, predicted.fields.get(key) ?? null);
    return matched;
  }
  if (predicted.kind !== 'list') return 0;
  return pairRows(gold.rows, predicted.rows).reduce((sum, pair) => sum + pair.matched, 0);
}
