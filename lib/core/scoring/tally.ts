import { defaultResamples, intervalSeed, type BootstrapOptions } from './bootstrap';
import type { LeafCounts } from './counts';
import { documentWeights } from './document-weights';
import type { FieldCounts } from './per-field';
import { ResampledCounts, type WeightsOf } from './resampled-counts';

/** The counts of a set of documents, with their resamples, over all leaves and by leaf path. */
export interface Tally {
  readonly resamples: number;
  readonly seed: number;
  /** Adds a document; the order of documents changes nothing but the order of the paths. */
  readonly add: (id: string, counts: LeafCounts, fields?: FieldCounts) => void;
  readonly documents: () => number;
  readonly all: ResampledCounts;
  /** Leaf paths in the order in which they came. */
  readonly paths: () => string[];
  /** The counts of one leaf path; of no leaves where no document has it. */
  readonly of: (path: string) => ResampledCounts;
}

/** A document's weights are asked for once for each of its paths, one document at a time. */
function rememberLast(seed: number, resamples: number): WeightsOf {
  let last: { readonly id: string; readonly weights: Uint8Array } | null = null;
  return (id) => {
    if (last?.id !== id) last = { id, weights: documentWeights(seed, id, resamples) };
    return last.weights;
  };
}

/**
 * A tally without documents. Memory grows with the leaf paths, not with the documents.
 * @throws RangeError where `resamples` or `seed` is no whole number or `resamples` is below 1
 */
export function createTally({ resamples = defaultResamples, seed = intervalSeed }: BootstrapOptions = {}): Tally {
  if (!Number.isSafeInteger(resamples) || resamples < 1) throw new RangeError('resamples is a whole number ≥ 1');
  if (!Number.isSafeInteger(seed)) throw new RangeError('seed is a whole number');
  const weightsOf = rememberLast(seed, resamples);
  const none = (): ResampledCounts => new ResampledCounts(resamples, weightsOf);
  const all = none();
  const byPath = new Map<string, ResampledCounts>();
  let documents = 0;
  const at = (path: string): ResampledCounts => {
    const counts = byPath.get(path) ?? none();
    byPath.set(path, counts);
    return counts;
  };
  return {
    resamples,
    seed,
    add: (id, counts, fields = {}) => {
      documents++;
      all.add(id, counts);
      for (const [path, fieldCounts] of Object.entries(fields)) at(path).add(id, fieldCounts);
    },
    documents: () => documents,
    all,
    paths: () => [...byPath.keys()],
    of: (path) => byPath.get(path) ?? none(),
  };
}
