import { typedErrors, type LeafVerdict, type RightfulPlace, type TypedLeaf } from '../metrics/typed-errors';
import type { JsonObject, Leaf } from '../record/json';
import { parsePointer } from '../record/pointer';
import { isListSchema, isObjectSchema, type FieldSchema, type RecordSchema, type Severity } from '../schema/types';

/** What one checkpoint has for a leaf; null where it has nothing and gold has nothing. */
export interface LeafCell {
  readonly value: Leaf;
  readonly type: LeafVerdict;
  /** For a value in the wrong row: where in gold it belongs. */
  readonly belongsTo: RightfulPlace | null;
  /** Its place in this checkpoint's record; null where it is missing there. */
  readonly pointer: string | null;
}

/** One line of the comparison: a leaf of gold, or one that some checkpoint invented. */
export interface ComparedLeaf {
  readonly path: string;
  readonly goldPointer: string | null;
  readonly gold: Leaf;
  /** How much an error here weighs. */
  readonly severity: Severity;
  /** In the order of the checkpoints. */
  readonly cells: readonly (LeafCell | null)[];
}

export type CheckpointAlignment =
  | { readonly kind: 'aligned'; readonly leaves: readonly ComparedLeaf[] }
  | { readonly kind: 'unscorable'; readonly reason: string };

const cellOf = ({ prediction, type, belongsTo, predictionPointer }: TypedLeaf): LeafCell => ({
  value: prediction,
  type,
  belongsTo,
  pointer: predictionPointer,
});

interface Invention {
  readonly path: string;
  readonly value: Leaf;
  readonly severity: Severity;
  readonly cells: (LeafCell | null)[];
}

/**
 * Puts what several checkpoints have where gold has nothing side by side: the
 * same path and value first, then what is left of a path in its order.
 */
function alignInventions(alignments: readonly (readonly TypedLeaf[])[]): ComparedLeaf[] {
  const lines: Invention[] = [];
  alignments.forEach((leaves, column) => {
    const isFree = (line: Invention, leaf: TypedLeaf): boolean =>
      line.path === leaf.path && line.cells[column] === null;
    const waiting: TypedLeaf[] = [];
    const place = (leaf: TypedLeaf, line: Invention | undefined): void => {
      const { path, prediction, severity } = leaf;
      const target = line ?? { path, value: prediction, severity, cells: alignments.map(() => null) };
      if (!line) lines.push(target);
      target.cells[column] = cellOf(leaf);
    };
    for (const leaf of leaves.filter(({ goldPointer }) => goldPointer === null)) {
      const same = lines.find((line) => isFree(line, leaf) && line.value === leaf.prediction);
      if (same) place(leaf, same);
      else waiting.push(leaf);
    }
    for (const leaf of waiting) place(leaf, lines.find((line) => isFree(line, leaf)));
  });
  return lines.map(({ path, severity, cells }) => ({ path, goldPointer: null, gold: null, severity, cells }));
}

/** Inventions stand behind the last gold leaf of their path's parent, else at the end. */
function weave(golds: readonly ComparedLeaf[], inventions: readonly ComparedLeaf[]): ComparedLeaf[] {
  const woven = [...golds];
  for (const invention of inventions) {
    const root = invention.path.split(/[.[]/)[0];
    const last = woven.findLastIndex(({ path }) => path.split(/[.[]/)[0] === root);
    woven.splice(last < 0 ? woven.length : last + 1, 0, invention);
  }
  return woven;
}

/**
 * Where a leaf stands when the schema is read from top to bottom. Records come
 * out of a database that keeps no order of keys.
 */
function placeIn(schema: RecordSchema, pointer: string): readonly number[] {
  let node: FieldSchema | undefined = schema;
  return parsePointer(pointer).map((segment) => {
    if (node && isListSchema(node)) {
      node = node.items;
      return Number(segment);
    }
    const keys: readonly string[] = node && isObjectSchema(node) ? Object.keys(node.properties) : [];
    node = node && isObjectSchema(node) ? node.properties[segment] : undefined;
    return keys.includes(segment) ? keys.indexOf(segment) : keys.length;
  });
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const parting = a.findIndex((place, depth) => place !== b[depth]);
  return parting < 0 ? a.length - b.length : (a[parting] ?? 0) - (b[parting] ?? -1);
}

/**
 * Gold beside the predictions of several checkpoints, leaf by leaf, in the order
 * of the schema, with the type of each error. Each checkpoint's rows stand
 * beside gold's as the scorer pairs them, then as `typedErrors` does.
 */
export function alignCheckpoints(
  gold: JsonObject,
  predictions: readonly JsonObject[],
  schema: RecordSchema,
): CheckpointAlignment {
  const alignments: (readonly TypedLeaf[])[] = [];
  for (const prediction of predictions) {
    const alignment = typedErrors({ gold, prediction, schema });
    if (alignment.kind === 'unscorable') return alignment;
    alignments.push(alignment.leaves);
  }
  const byGold = alignments.map((leaves) => new Map(leaves.map((leaf) => [leaf.goldPointer, leaf])));
  const golds = (alignments[0] ?? []).flatMap(({ goldPointer, path, gold: value, severity }) =>
    goldPointer === null
      ? []
      : [
          {
            path,
            goldPointer,
            gold: value,
            severity,
            cells: byGold.map((leaves) => cellOf(leaves.get(goldPointer) as TypedLeaf)),
          },
        ],
  );
  const placed = golds.map((line) => ({ line, place: placeIn(schema, line.goldPointer) }));
  const ordered = placed.sort((a, b) => comparePlaces(a.place, b.place)).map(({ line }) => line);
  return { kind: 'aligned', leaves: weave(ordered, alignInventions(alignments)) };
}
