import { createRandom } from '../random';
import { ratesOf, type LeafCounts } from './counts';
import { microScore } from './micro';

export interface BootstrapOptions {
  /** At least 1,000 for figures that people read; 1,000 where not given. */
  readonly resamples?: number;
  readonly seed: number;
}

/** A 95 % percentile interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface DifferenceInterval extends Interval {
  /** F1 of the second minus F1 of the first, on the documents as they are. */
  readonly difference: number;
  /** Only where the interval leaves out 0. */
  readonly isDifference: boolean;
}

/** Linear interpolation between the closest ranks (type 7 of Hyndman & Fan). */
function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return below + (above - below) * (at - Math.floor(at));
}

/** Micro F1 of the documents at `places`, sums kept as plain numbers: this is the inner loop. */
function resampledF1(documents: readonly LeafCounts[], places: Int32Array): number {
  let matched = 0;
  let predicted = 0;
  let gold = 0;
  for (const place of places) {
    const counts = documents[place] as LeafCounts;
    matched += counts.matched;
    predicted += counts.predicted;
    gold += counts.gold;
  }
  return ratesOf({ matched, predicted, gold }).f1;
}

function percentileInterval(
  size: number,
  { resamples = 1000, seed }: BootstrapOptions,
  statistic: (places: Int32Array) => number,
): Interval {
  if (size === 0) throw new RangeError('a bootstrap needs at least one document');
  if (!Number.isInteger(resamples) || resamples < 1) throw new RangeError('resamples is a whole number ≥ 1');
  const random = createRandom(seed);
  const places = new Int32Array(size);
  const values = Float64Array.from({ length: resamples }, () => {
    for (let i = 0; i < size; i++) places[i] = random.int(size);
    return statistic(places);
  }).sort();
  return { low: quantile(values, 0.025), high: quantile(values, 0.975) };
}

/**
 * 95 % interval of micro F1 by resampling documents with replacement.
 * @throws RangeError without documents
 */
export function bootstrapF1(perDocument: readonly LeafCounts[], options: BootstrapOptions): Interval {
  return percentileInterval(perDocument.length, options, (places) => resampledF1(perDocument, places));
}

/**
 * Difference of micro F1 of two checkpoints on the same documents, `after`
 * minus `before`: each resample draws the same documents for both (paired).
 * @throws RangeError where the lists differ in length or are empty
 */
export function pairedBootstrapDifference(
  before: readonly LeafCounts[],
  after: readonly LeafCounts[],
  options: BootstrapOptions,
): DifferenceInterval {
  if (before.length !== after.length) throw new RangeError('paired means the same documents on both sides');
  const interval = percentileInterval(
    before.length,
    options,
    (places) => resampledF1(after, places) - resampledF1(before, places),
  );
  const difference = microScore(after).f1 - microScore(before).f1;
  return { ...interval, difference, isDifference: interval.low > 0 || interval.high < 0 };
}
