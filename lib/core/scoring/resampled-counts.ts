import { addCounts, f1Of, noLeaves, type LeafCounts } from './counts';

/** A document's weight in each resample, by its id. */
export type WeightsOf = (id: string) => Uint8Array;

interface Sums {
  /** n of each resample. */
  readonly matched: Float64Array;
  /** |S_p| + |S_g| of each resample: F1 = 2n / (|S_p| + |S_g|). */
  readonly size: Float64Array;
}

/**
 * A path that few documents have keeps them as they came: what models invent
 * are many paths with one document each, and sums take 16 bytes a resample.
 */
const fewDocuments = 16;

function addWeighted(sums: Sums, weights: Uint8Array, { matched, predicted, gold }: LeafCounts): void {
  const size = predicted + gold;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    if (weight === 0) continue;
    (sums.matched[i] as number) += weight * matched;
    (sums.size[i] as number) += weight * size;
  }
}

/**
 * Counts of any number of documents, added up as they are and in every
 * resample. Memory does not grow with the documents; their order changes nothing.
 */
export class ResampledCounts {
  readonly #resamples: number;
  readonly #weightsOf: WeightsOf;
  #total = noLeaves;
  #few: (readonly [id: string, counts: LeafCounts])[] = [];
  #sums: Sums | null = null;

  constructor(resamples: number, weightsOf: WeightsOf) {
    this.#resamples = resamples;
    this.#weightsOf = weightsOf;
  }

  add(id: string, counts: LeafCounts): void {
    this.#total = addCounts(this.#total, counts);
    if (this.#sums) addWeighted(this.#sums, this.#weightsOf(id), counts);
    else this.#few.push([id, counts]);
    if (this.#few.length < fewDocuments) return;
    this.#sums = this.#addFew();
    this.#few = [];
  }

  /** The documents as they are. */
  get total(): LeafCounts {
    return this.#total;
  }

  /** F1 of each resample; null where a resample holds no leaf at all. */
  f1s(): (number | null)[] {
    const { matched, size } = this.#sums ?? this.#addFew();
    return Array.from(size, (leaves, i) => (leaves === 0 ? null : f1Of(matched[i] as number, leaves)));
  }

  #addFew(): Sums {
    const sums = { matched: new Float64Array(this.#resamples), size: new Float64Array(this.#resamples) };
    for (const [id, counts] of this.#few) addWeighted(sums, this.#weightsOf(id), counts);
    return sums;
  }
}
