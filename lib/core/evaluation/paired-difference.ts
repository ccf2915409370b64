import { noLeaves, pairedBootstrapDifference, type DifferenceInterval } from '../scoring';
import { figureOf, intervalSeed, type DocumentCounts, type MicroFigure } from './aggregate';

/** Two checkpoints on the documents that both were scored on. */
export interface PairedComparison {
  readonly documents: number;
  /** Null where they share no document. */
  readonly difference: DifferenceInterval | null;
  readonly fields: readonly FieldComparison[];
}

export interface FieldComparison {
  readonly path: string;
  /** Gold leaves of this path: how much the line weighs. */
  readonly gold: number;
  readonly before: MicroFigure;
  readonly after: MicroFigure;
  readonly difference: DifferenceInterval;
}

type Pair = readonly [before: DocumentCounts, after: DocumentCounts];

function pairUp(before: readonly DocumentCounts[], after: readonly DocumentCounts[]): Pair[] {
  const others = new Map(after.map((document) => [document.documentId, document]));
  return before
    .toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1))
    .flatMap((document) => {
      const other = others.get(document.documentId);
      return other ? [[document, other] as const] : [];
    });
}

function compareField(path: string, pairs: readonly Pair[]): FieldComparison | null {
  const present = pairs
    .map(([before, after]) => [before.fields[path] ?? noLeaves, after.fields[path] ?? noLeaves] as const)
    .filter((sides) => sides.some(({ gold, predicted }) => gold + predicted > 0));
  const befores = present.map(([before]) => before);
  const afters = present.map(([, after]) => after);
  const before = figureOf(befores);
  const after = figureOf(afters);
  if (!before || !after) return null;
  const difference = pairedBootstrapDifference(befores, afters, { seed: intervalSeed });
  return { path, gold: before.gold, before, after, difference };
}

/**
 * F1 of `after` minus F1 of `before`, paired by document, over all leaves and
 * by leaf path (heaviest first). A path's line leaves out documents in which
 * neither side nor gold has it.
 */
export function comparePaired(
  before: readonly DocumentCounts[],
  after: readonly DocumentCounts[],
): PairedComparison {
  const pairs = pairUp(before, after);
  if (pairs.length === 0) return { documents: 0, difference: null, fields: [] };
  const paths = new Set(pairs.flat().flatMap(({ fields }) => Object.keys(fields)));
  const fields = [...paths].flatMap((path) => compareField(path, pairs) ?? []);
  return {
    documents: pairs.length,
    difference: pairedBootstrapDifference(
      pairs.map(([first]) => first),
      pairs.map(([, second]) => second),
      { seed: intervalSeed },
    ),
    fields: fields.sort((a, b) => b.gold - a.gold || (a.path < b.path ? -1 : 1)),
  };
}
