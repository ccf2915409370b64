import { linearSumAssignment } from 'linear-sum-assignment';
import type { Json } from '../record/json';
import { oneOf } from './alternatives';
import type { GoldValue } from './alternatives';
import { makeTextPairs } from './anls-star-texts';
import type { TextPairs } from './anls-star-texts';
import { anlsTree, none } from './anls-star-tree';
import type { AlternativesNode, AnlsNode, ListNode, ObjectNode } from './anls-star-tree';

/** Sum of leaf similarities and the number of leaves that they stand for; ANLS* is their ratio. */
interface Tally {
  readonly sum: number;
  readonly length: number;
}
type Similarity = TextPairs['similarity'];

const average = ({ sum, length }: Tally): number => (length > 0 ? sum / length : 1);
const mismatch = (gold: AnlsNode, predicted: AnlsNode): Tally => ({ sum: 0, length: Math.max(gold.size, predicted.size) });

const isEmptyNode = (node: AnlsNode): boolean => node.kind === 'none' || node.size === 0;

function compareObjects(gold: ObjectNode, predicted: ObjectNode | null, similarity: Similarity): Tally {
  let sum = 0;
  let length = 0;
  for (const [key, node] of gold.fields) {
    const other = predicted?.fields.get(key) ?? none;
    if (node.kind === 'leaf' && other.kind === 'leaf') {
      sum += similarity(node.text, other.text);
      length++;
      continue;
    }
    const tally = compareNodes(node, other, similarity);
    sum += tally.sum;
    length += tally.length;
  }
  if (predicted)
    for (const [key, node] of predicted.fields) if (!gold.fields.has(key)) length += Math.max(1, node.size);
  return { sum, length };
}

/** Leaves that a pair of rows shares: pairing them shortens the whole by as many. */
const shared = ({ length }: Tally, gold: AnlsNode, predicted: AnlsNode): number => gold.size + predicted.size - length;

/**
 * The average decides, as in the reference. Where several pairings have the same
 * sum of averages, the reference takes the one that the order of the rows
 * suggests; here the shortest does, then the most alike: the order is nothing.
 */
const weightOf = (tally: Tally, gold: AnlsNode, predicted: AnlsNode): number =>
  average(tally) + 1e-9 * shared(tally, gold, predicted) + 1e-11 * tally.sum;

/** Rows one to one so that the sum of the pairs' averages is the largest; lengths count afterwards. */
function compareLists(gold: ListNode, predicted: ListNode | null, similarity: Similarity): Tally {
  let sum = 0;
  let length = gold.size + (predicted?.size ?? 0);
  if (!predicted || gold.rows.length === 0 || predicted.rows.length === 0) return { sum, length };
  const tallies = gold.rows.map((row) => predicted.rows.map((other) => compareNodes(row, other, similarity)));
  const weights = tallies.map((tallyRow, g) =>
    Float64Array.from(tallyRow, (tally, p) => weightOf(tally, gold.rows[g] as AnlsNode, predicted.rows[p] as AnlsNode)),
  );
  const { rowAssignments } = linearSumAssignment(weights, { maximaze: true });
  for (const [g, row] of gold.rows.entries()) {
    const p = rowAssignments[g] as number;
    const tally = tallies[g]?.[p];
    if (!tally) continue;
    sum += tally.sum;
    length -= shared(tally, row, predicted.rows[p] as AnlsNode);
  }
  return { sum, length };
}

function compareAlternatives(gold: AlternativesNode, predicted: AnlsNode, similarity: Similarity): Tally {
  const tallies = gold.options.map((option) => compareNodes(option, predicted, similarity));
  return tallies.reduce((best, tally) => (average(tally) > average(best) ? tally : best));
}

function compareNodes(gold: AnlsNode, predicted: AnlsNode, similarity: Similarity): Tally {
  if (gold.kind === 'alternatives') return compareAlternatives(gold, predicted, similarity);
  const isEmpty = isEmptyNode(predicted);
  if (gold.kind === 'none') return { sum: isEmpty ? 1 : 0, length: Math.max(1, predicted.size) };
  if (gold.kind === 'leaf')
    return predicted.kind === 'leaf'
      ? { sum: similarity(gold.text, predicted.text), length: 1 }
      : mismatch(gold, predicted);
  if (gold.kind === 'object' && (isEmpty || predicted.kind === 'object'))
    return compareObjects(gold, predicted.kind === 'object' ? predicted : null, similarity);
  if (gold.kind === 'list' && (isEmpty || predicted.kind === 'list'))
    return compareLists(gold, predicted.kind === 'list' ? predicted : null, similarity);
  return mismatch(gold, predicted);
}

/** The reference takes a list of texts as alternatives where the prediction is one text (ST-VQA). */
const isQuestionAnswering = (gold: GoldValue, prediction: Json): gold is readonly [string, ...string[]] =>
  typeof prediction === 'string' &&
  Array.isArray(gold) &&
  gold.length > 0 &&
  gold.every((answer) => typeof answer === 'string');

/**
 * ANLS* of a prediction (arXiv 2402.03848): leaf similarities by edit distance,
 * list rows paired whatever their order, over all leaves of both sides. It
 * gives what the package `anls_star` gives but for the cases in `docs/metrics.md`.
 * @param gold may hold alternatives (`oneOf`)
 * @returns 0–1, 1 where both are empty
 */
export function anlsStar(gold: GoldValue, prediction: Json): number {
  const texts = makeTextPairs();
  const answers = isQuestionAnswering(gold, prediction) ? oneOf(...gold) : gold;
  const goldTree = anlsTree(answers, { numberText: texts.numberGold, keepsEmptyKeys: true });
  const predictedTree = anlsTree(prediction, { numberText: texts.numberPredicted, keepsEmptyKeys: false });
  return average(compareNodes(goldTree, predictedTree, texts.similarity));
}
