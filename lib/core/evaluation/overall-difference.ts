import { differenceOf, type DifferenceInterval } from '../scoring';
import { tallyOf, type DocumentCounts } from './aggregate';

export interface OverallDifference extends DifferenceInterval {
  /** Scored in both evaluations. */
  readonly documents: number;
}

const withoutFields = (documents: readonly DocumentCounts[], others: readonly DocumentCounts[]): DocumentCounts[] => {
  const ids = new Set(others.map(({ documentId }) => documentId));
  return documents
    .filter(({ documentId }) => ids.has(documentId))
    .toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1))
    .map((document) => ({ ...document, fields: {} }));
};

/**
 * F1 of `after` minus F1 of `before` over all leaves, paired by document: what
 * `comparePaired` says without its fields. Null where they share no document.
 */
export function overallDifference(
  before: readonly DocumentCounts[],
  after: readonly DocumentCounts[],
): OverallDifference | null {
  const [first, second] = [tallyOf(withoutFields(before, after)), tallyOf(withoutFields(after, before))];
  if (first.documents() === 0) return null;
  return { documents: first.documents(), ...differenceOf(first.all, second.all) };
}
