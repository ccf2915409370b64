import type { SparseVector } from './weighted-text';

/** Sparse vectors by term: the dot products of one with all in one pass. */
export interface Postings {
  /** Adds `scale` · (vector `index` · vector j) to `sums[j]` for every j. */
  readonly addDotProducts: (index: number, scale: number, sums: Float32Array) => void;
}

/** An inverted index in three flat arrays: term → (document, weight). */
export function indexTerms(vectors: readonly SparseVector[]): Postings {
  let termCount = 0;
  let total = 0;
  for (const { keys } of vectors) {
    total += keys.length;
    for (const key of keys) termCount = Math.max(termCount, key + 1);
  }
  const starts = new Int32Array(termCount + 1);
  for (const { keys } of vectors) for (const key of keys) starts[key + 1]!++;
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!;

  const documents = new Int32Array(total);
  const weights = new Float32Array(total);
  const next = starts.slice();
  vectors.forEach((vector, document) => {
    vector.keys.forEach((key, i) => {
      const slot = next[key]!++;
      documents[slot] = document;
      weights[slot] = vector.weights[i]!;
    });
  });

  return {
    addDotProducts: (index, scale, sums) => {
      const vector = vectors[index];
      if (!vector) throw new RangeError(`no document ${index}`);
      vector.keys.forEach((key, i) => {
        const weight = scale * vector.weights[i]!;
        const end = starts[key + 1]!;
        for (let slot = starts[key]!; slot < end; slot++) {
          sums[documents[slot]!]! += weight * weights[slot]!;
        }
      });
    },
  };
}
