import { differenceOf, type DifferenceInterval } from '../scoring';
import { figureOf, tallyOf, type DocumentCounts, type MicroFigure } from './aggregate';

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

/** The documents that stand in the other list too, in the order of their ids. */
function sharedWith(others: readonly DocumentCounts[], documents: readonly DocumentCounts[]): DocumentCounts[] {
  const ids = new Set(others.map(({ documentId }) => documentId));
  return documents
    .filter(({ documentId }) => ids.has(documentId))
    .toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1));
}

/**
 * F1 of `after` minus F1 of `before`, paired by document, over all leaves and
 * by leaf path (heaviest first). A document in which neither side nor gold has
 * a path has no weight in its line.
 */
export function comparePaired(
  before: readonly DocumentCounts[],
  after: readonly DocumentCounts[],
): PairedComparison {
  const first = tallyOf(sharedWith(after, before));
  const second = tallyOf(sharedWith(before, after));
  if (first.documents() === 0) return { documents: 0, difference: null, fields: [] };
  const fields = [...new Set([...first.paths(), ...second.paths()])].map((path): FieldComparison => {
    const sides = { before: figureOf(first.of(path)), after: figureOf(second.of(path)) };
    return { path, gold: sides.before.gold, ...sides, difference: differenceOf(first.of(path), second.of(path)) };
  });
  return {
    documents: first.documents(),
    difference: differenceOf(first.all, second.all),
    fields: fields.sort((a, b) => b.gold - a.gold || (a.path < b.path ? -1 : 1)),
  };
}
