import { normalForm } from '../scoring';
import { bestLinks } from '../scoring/assign-links';
import type { TreeNode, TreeRow } from '../scoring/leaf-tree';
import type { RowLink } from '../scoring/link-rows';
import { editsBetween, prepareText, sharesWords, type PreparedText } from './near-miss';

/** A text and the rows that hold it. */
interface HeldText extends PreparedText {
  readonly rows: number[];
}

/** Field of a row → its texts. Lists inside a row are left out. */
type TextIndex = Map<string, Map<string, HeldText>>;

function collectTexts(node: TreeNode, path: string, row: number, index: TextIndex): void {
  if (node.kind === 'object')
    for (const [key, child] of node.fields) collectTexts(child, `${path}/${key}`, row, index);
  if (node.kind !== 'leaf' || typeof node.value !== 'string') return;
  let texts = index.get(path);
  if (!texts) index.set(path, (texts = new Map()));
  const text = normalForm(node.value);
  const held = texts.get(text);
  if (held) held.rows.push(row);
  else texts.set(text, { ...prepareText(text), rows: [row] });
}

function textIndex(rows: readonly TreeRow[]): TextIndex {
  const index: TextIndex = new Map();
  rows.forEach(({ node }, row) => collectTexts(node, '', row, index));
  return index;
}

/** So many of the nearest texts are looked at word by word: in a long table of look-alikes the rest cannot win. */
const mostNearest = 4;

/** The nearest misses of a text with how alike they are, 0–1. */
function nearMissesOf(text: HeldText, others: readonly HeldText[]): { readonly other: HeldText; readonly similarity: number }[] {
  const found: { readonly other: HeldText; readonly edits: number }[] = [];
  for (const other of others) {
    const edits = editsBetween(text, other);
    if (edits !== null) found.push({ other, edits });
  }
  return found
    .sort((a, b) => a.edits - b.edits)
    .slice(0, mostNearest)
    .filter(({ other }) => sharesWords(text, other))
    .map(({ other, edits }) => ({ other, similarity: 1 - edits / Math.max(text.lower.length, other.lower.length) }));
}

/** Rows with a near miss in common, weighed by how alike those texts are. */
function linkAlike(gold: readonly TreeRow[], predicted: readonly TreeRow[]): RowLink[] {
  const weights = gold.map(() => new Map<number, number>());
  const others = textIndex(predicted);
  for (const [field, texts] of textIndex(gold)) {
    const candidates = [...(others.get(field)?.values() ?? [])];
    for (const text of texts.values())
      for (const { other, similarity } of nearMissesOf(text, candidates))
        for (const g of text.rows)
          for (const p of other.rows) weights[g]?.set(p, (weights[g].get(p) ?? 0) + similarity);
  }
  return weights.flatMap((row, g) => [...row].map(([p, matched]) => ({ g, p, matched })));
}

/** So that the order of rows decides nothing but which of two equal rows is which. */
const ordered = (rows: readonly TreeRow[]): TreeRow[] =>
  rows.toSorted((a, b) => (a.signature < b.signature ? -1 : a.signature > b.signature ? 1 : a.index - b.index));

/**
 * The second step of pairing, for display: rows that the scorer left alone
 * belong together where at least one of their texts is a near miss, one to one,
 * most alike in total. It cannot change a score, because such rows share no
 * equal leaf: had they one, the scorer would have paired them.
 */
export function pairAlikeRows(
  goldRows: readonly TreeRow[],
  predictedRows: readonly TreeRow[],
): { readonly gold: TreeRow; readonly predicted: TreeRow }[] {
  if (goldRows.length === 0 || predictedRows.length === 0) return [];
  const [gold, predicted] = [ordered(goldRows), ordered(predictedRows)];
  return bestLinks(linkAlike(gold, predicted), gold.length, predicted.length).map(({ g, p }) => ({
    gold: gold[g] as TreeRow,
    predicted: predicted[p] as TreeRow,
  }));
}
