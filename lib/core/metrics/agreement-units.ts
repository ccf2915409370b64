import { isLeafSchema, isListSchema, type FieldSchema, type RecordSchema } from '../schema/types';
import type { LeafNode, TreeNode, TreeRow } from '../scoring/leaf-tree';
import { pairRows } from '../scoring/pair-rows';

/**
 * What each annotator of a document has at one place: a leaf, null for "nothing
 * is there", undefined where the annotator did not label the document.
 */
export type LeafUnit = readonly (LeafNode | null | undefined)[];

type Sides = readonly (TreeNode | null | undefined)[];
export type EmitUnit = (path: string, unit: LeafUnit) => void;

/**
 * Rows of several annotators side by side: each annotator's rows are paired as
 * the scorer pairs them with the rows that stand there already, each held by
 * the first annotator who has it; what is left begins rows of its own.
 */
function alignRows(lists: readonly (readonly TreeRow[] | undefined)[]): Sides[] {
  const aligned = new Map<TreeRow, (TreeNode | null | undefined)[]>();
  lists.forEach((rows, annotator) => {
    if (!rows) return;
    const places = new Map(pairRows([...aligned.keys()], rows).map(({ gold, predicted }) => [predicted, gold]));
    for (const row of rows) {
      const place = places.get(row) ?? row;
      const sides = aligned.get(place) ?? lists.map((list) => list && null);
      sides[annotator] = row.node;
      aligned.set(place, sides);
    }
  });
  return [...aligned.values()];
}

function collectUnits(schema: FieldSchema, sides: Sides, path: string, emit: EmitUnit): void {
  if (isLeafSchema(schema)) emit(path, sides.map((node) => (node?.kind === 'leaf' ? node : node && null)));
  else if (isListSchema(schema)) {
    const lists = sides.map((node) => (node === undefined ? undefined : node?.kind === 'list' ? node.rows : []));
    for (const row of alignRows(lists)) collectUnits(schema.items, row, `${path}[]`, emit);
  } else
    for (const [key, child] of Object.entries(schema.properties)) {
      const inner = sides.map((node) => (node === undefined ? undefined : node?.kind === 'object' ? (node.fields.get(key) ?? null) : null));
      collectUnits(child, inner, path === '' ? key : `${path}.${key}`, emit);
    }
}

/** Every leaf of the schema, and of every row that anybody has, with what each annotator's record says there. */
export const forEachUnit = (schema: RecordSchema, records: Sides, emit: EmitUnit): void => collectUnits(schema, records, '', emit);
