import type { LeafCounts } from '../scoring/counts';

/** Every leaf right: nothing missed, nothing wrong, nothing made up. An empty record of an empty page is. */
export const isDocumentExact = ({ matched, predicted, gold }: LeafCounts): boolean =>
  matched === gold && matched === predicted;

/** Share of documents with every leaf right, 0–1; null where there is no document. */
export function documentExactShare(documents: readonly LeafCounts[]): number | null {
  if (documents.length === 0) return null;
  return documents.filter(isDocumentExact).length / documents.length;
}
