import type { JsonObject, Leaf } from '../record/json';
import { parsePointer } from '../record/pointer';
import { isListSchema, isObjectSchema, type FieldSchema, type RecordSchema } from '../schema/types';
import { alignRecords, type AlignedLeaf, type LeafOutcome } from '../scoring';

/** What one checkpoint has for a leaf; null where it has nothing and gold has nothing. */
export interface LeafCell {
  readonly value: Leaf;
  readonly outcome: LeafOutcome;
  /** Its place in this checkpoint's record; null where it is missing there. */
  readonly pointer: string | null;
}

/** One line of the comparison: a leaf of gold, or one that some checkpoint invented. */
export interface ComparedLeaf {
  readonly path: string;
  readonly goldPointer: string | null;
  readonly gold: Leaf;
  /** In the order of the checkpoints. */
  readonly cells: readonly (LeafCell | null)[];
}

export type CheckpointAlignment =
  | { readonly kind: 'aligned'; readonly leaves: readonly ComparedLeaf[] }
  | { readonly kind: 'unscorable'; readonly reason: string };

const cellOf = (leaf: AlignedLeaf): LeafCell => ({
  value: leaf.prediction,
  outcome: leaf.outcome,
  pointer: leaf.predictionPointer,
});

interface Invention {
  readonly path: string;
  readonly value: Leaf;
  readonly cells: (LeafCell | null)[];
}

/**
 * Puts the inventions of several checkpoints side by side: the same path and
 * value first, then what is left of a path in its order.
 */
function alignInventions(alignments: readonly (readonly AlignedLeaf[])[]): ComparedLeaf[] {
  const lines: Invention[] = [];
  alignments.forEach((leaves, column) => {
    const isFree = (line: Invention, leaf: AlignedLeaf): boolean =>
      line.path === leaf.path && line.cells[column] === null;
    const waiting: AlignedLeaf[] = [];
    const place = (leaf: AlignedLeaf, line: Invention | undefined): void => {
      const target = line ?? { path: leaf.path, value: leaf.prediction, cells: alignments.map(() => null) };
      if (!line) lines.push(target);
      target.cells[column] = cellOf(leaf);
    };
    for (const leaf of leaves.filter(({ outcome }) => outcome === 'invented')) {
      const same = lines.find((line) => isFree(line, leaf) && line.value === leaf.prediction);
      if (same) place(leaf, same);
      else waiting.push(leaf);
    }
    for (const leaf of waiting) place(leaf, lines.find((line) => isFree(line, leaf)));
  });
  return lines.map(({ path, cells }) => ({ path, goldPointer: null, gold: null, cells }));
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
 * of the schema. Each
 * checkpoint's rows are paired with gold's as the scorer pairs them.
 */
export function alignCheckpoints(
  gold: JsonObject,
  predictions: readonly JsonObject[],
  schema: RecordSchema,
): CheckpointAlignment {
  const alignments: (readonly AlignedLeaf[])[] = [];
  for (const prediction of predictions) {
    const alignment = alignRecords({ gold, prediction, schema });
    if (alignment.kind === 'unscorable') return alignment;
    alignments.push(alignment.leaves);
  }
  const byGold = alignments.map((leaves) => new Map(leaves.map((leaf) => [leaf.goldPointer, leaf])));
  const golds = (alignments[0] ?? []).flatMap(({ goldPointer, path, gold: value }) =>
    goldPointer === null
      ? []
      : [
          {
            path,
            goldPointer,
            gold: value,
            cells: byGold.map((leaves) => cellOf(leaves.get(goldPointer) as AlignedLeaf)),
          },
        ],
  );
  const placed = golds.map((line) => ({ line, place: placeIn(schema, line.goldPointer) }));
  const ordered = placed.sort((a, b) => comparePlaces(a.place, b.place)).map(({ line }) => line);
  return { kind: 'aligned', leaves: weave(ordered, alignInventions(alignments)) };
}
