import { createSimilarity, type Similarity } from './similarity';
import type { DocumentFeatures } from './features';
import type { SelectionCandidate, SelectionInput } from './types';

export interface PoolDocument extends SelectionCandidate {
  readonly features: DocumentFeatures;
}

/** What a selection looks at: documents are known by their position from here on. */
export interface Pool {
  readonly documents: readonly PoolDocument[];
  readonly similarity: Similarity;
  /** Positions of documents labelled or queued before. */
  readonly labelled: readonly number[];
}

/**
 * The documents a selection measures itself on: read, not held back for
 * validation or test, and each page once (a near duplicate would count its
 * content twice). Labelled documents stay in, whatever else is true of them.
 */
export function preparePool(input: SelectionInput): Pool {
  const labelledIds = new Set(input.alreadyPicked);
  const blocked = new Set(input.blockedGroups);
  const documents = input.documents.filter((document): document is PoolDocument => {
    if (!document.features) return false;
    if (labelledIds.has(document.id)) return true;
    return !document.duplicateOf && !(document.group !== null && blocked.has(document.group));
  });
  return {
    documents,
    similarity: createSimilarity(documents.map(({ features }) => features)),
    labelled: documents.flatMap(({ id }, index) => (labelledIds.has(id) ? [index] : [])),
  };
}

/** For each document the likeness to its nearest of `picks`; 0 where there are none. */
export function nearestLikeness(pool: Pool, picks: readonly number[]): Float32Array {
  const nearest = new Float32Array(pool.documents.length);
  for (const pick of picks) raiseTo(nearest, pool.similarity.row(pick));
  return nearest;
}

/** Raises each of `nearest` to `row` where that is higher, in place. */
export function raiseTo(nearest: Float32Array, row: Float32Array): void {
  for (let i = 0; i < nearest.length; i++) if (row[i]! > nearest[i]!) nearest[i] = row[i]!;
}
