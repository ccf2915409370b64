import type { SparseCounts } from './features';

/** A sparse vector; `keys` are row numbers of the vocabulary. */
export interface SparseVector {
  readonly keys: Int32Array;
  readonly weights: Float32Array;
}

/** The heaviest terms say what a document is; the rest costs time in every comparison. */
const maxTerms = 192;

/**
 * TF-IDF vectors of length 1: (1 + log tf) · (1 + log((1 + N) / (1 + df))), the
 * smoothed form. Terms of one document only count in its length: they match
 * nothing. A document without terms gets the empty vector.
 */
export function weighTerms(documents: readonly SparseCounts[]): SparseVector[] {
  const documentFrequency = new Map<number, number>();
  for (const { keys } of documents) {
    for (const key of keys) documentFrequency.set(key, (documentFrequency.get(key) ?? 0) + 1);
  }
  const rows = new Map<number, number>();
  for (const [key, frequency] of documentFrequency) if (frequency > 1) rows.set(key, rows.size);

  return documents.map(({ keys, counts }) => {
    const terms = keys.map((key, i) => {
      const frequency = documentFrequency.get(key) ?? 0;
      const idf = 1 + Math.log((1 + documents.length) / (1 + frequency));
      return { row: rows.get(key), weight: (1 + Math.log(counts[i] ?? 1)) * idf };
    });
    terms.sort((a, b) => b.weight - a.weight);
    const kept = terms.slice(0, maxTerms);
    const length = Math.hypot(...kept.map(({ weight }) => weight));
    const shared = kept.filter(({ row }) => row !== undefined);
    return {
      keys: Int32Array.from(shared, ({ row }) => row ?? 0),
      weights: Float32Array.from(shared, ({ weight }) => weight / length),
    };
  });
}
