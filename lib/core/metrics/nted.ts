import type { Json } from '../record/json';
import { makeDistinctTexts } from './distinct-texts';
import type { DistinctTexts } from './distinct-texts';
import { editDistance } from './edit-distance';
import { donutTree } from './nted-tree';
import type { DonutTree } from './nted-tree';
import { treeEditDistance } from './tree-edit';
import type { UpdateCost } from './tree-edit';

/** Edits between two values, each pair of distinct texts measured once. */
function makeTextCost(from: DistinctTexts, to: DistinctTexts): UpdateCost {
  const known: Int32Array[] = [];
  return (source, target) => {
    const row = (known[source] ??= new Int32Array(to.texts.length).fill(-1));
    const kept = row[target] as number;
    if (kept >= 0) return kept;
    return (row[target] = editDistance(from.texts[source] as string, to.texts[target] as string));
  };
}

/** Two values: edits; two inner nodes: 0 or 1; a value and an inner node: one is deleted, the other inserted. */
function makeUpdateCost(from: DonutTree, to: DonutTree, textCost: UpdateCost): UpdateCost {
  return (source, target) => {
    const isLeaf = from.isLeaf[source] === 1;
    if (isLeaf !== (to.isLeaf[target] === 1)) return (from.weight[source] as number) + (to.weight[target] as number);
    const [a, b] = [from.label[source] as number, to.label[target] as number];
    if (isLeaf) return textCost(a, b);
    return a === b ? 0 : 1;
  };
}

/**
 * nTED accuracy (Donut, arXiv 2111.15664): 1 − edits from the prediction's tree
 * to gold's over edits from an empty page to gold's, at least 0. The order of
 * rows counts.
 * @returns 0–1; where gold is empty, 1 for an empty prediction and 0 for any other
 */
export function ntedAccuracy(gold: Json, prediction: Json): number {
  const [goldTexts, predictedTexts, keys] = [makeDistinctTexts(), makeDistinctTexts(), makeDistinctTexts()];
  const to = donutTree(gold, goldTexts, keys);
  const from = donutTree(prediction, predictedTexts, keys);
  if (to.written === 0) return from.written === 0 ? 1 : 0;
  // No edit changes the sum of weights by more than it costs.
  if (from.written - to.written >= to.written) return 0;
  const updateCost = makeUpdateCost(from, to, makeTextCost(predictedTexts, goldTexts));
  return 1 - treeEditDistance(from, to, updateCost, to.written) / to.written;
}
