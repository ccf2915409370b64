import type { DocumentCounts } from '../evaluation/aggregate';
import { overallDifference } from '../evaluation/overall-difference';

/** On fewer documents chance alone can put a whole interval above 0. */
const leastDocuments = 5;

/** Leaves right, said and wanted in one validation document. */
export type ValidationCounts = Omit<DocumentCounts, 'fields'>;

const withoutFields = (documents: readonly ValidationCounts[]): DocumentCounts[] =>
  documents.map(({ documentId, matched, predicted, gold }) => ({ documentId, matched, predicted, gold, fields: {} }));

/**
 * Whether `after` scores better than `before` beyond doubt: the 95 % interval of
 * the difference of F1, paired by document, lies above 0.
 */
export function isClearlyBetter(before: readonly ValidationCounts[], after: readonly ValidationCounts[]): boolean {
  const difference = overallDifference(withoutFields(before), withoutFields(after));
  return difference !== null && difference.documents >= leastDocuments && difference.low > 0;
}
