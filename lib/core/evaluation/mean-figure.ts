import { createTally, intervalOf } from '../scoring';
import type { MeanFigure } from './document-scores';

export interface DocumentValue {
  readonly documentId: string;
  /** 0–1. */
  readonly value: number;
}

/**
 * Mean over documents with its 95 % interval, from the same resamples as the
 * intervals of F1: a document of one predicted and one gold leaf, of which
 * `value` matches, has F1 = 2·value/2, so that F1 over documents is their mean.
 * @throws RangeError without documents
 */
export function meanFigure(values: readonly DocumentValue[]): MeanFigure {
  if (values.length === 0) throw new RangeError('a mean needs at least one document');
  const tally = createTally();
  for (const { documentId, value } of values.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1)))
    tally.add(documentId, { matched: value, predicted: 1, gold: 1 });
  return { mean: tally.all.total.matched / values.length, ...intervalOf(tally.all) };
}
