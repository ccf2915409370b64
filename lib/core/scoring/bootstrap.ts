import { ratesOf } from './counts';
import type { ResampledCounts } from './resampled-counts';

export interface BootstrapOptions {
  /** At least 1,000 for figures that people read; 1,000 where not given. */
  readonly resamples?: number | undefined;
  /** A safe integer; `intervalSeed` where not given. */
  readonly seed?: number | undefined;
}

/** Fixed, so that the same counts show the same interval everywhere. */
export const intervalSeed = 2025;
export const defaultResamples = 1000;

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

/** Where no resample says anything the interval is the figure itself. */
export function percentileInterval(values: readonly number[], figure: number): Interval {
  if (values.length === 0) return { low: figure, high: figure };
  const sorted = Float64Array.from(values).sort();
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/**
 * 95 % interval of F1. A resample without a leaf says nothing and is left out;
 * one document has one F1 in all the others, so its interval is that figure.
 */
export function intervalOf(counts: ResampledCounts): Interval {
  const said = counts.f1s().filter((f1) => f1 !== null);
  return percentileInterval(said, ratesOf(counts.total).f1);
}

/**
 * Difference of F1 of two checkpoints on the same documents, `after` minus
 * `before`. Both have to come from the same seed and resamples: a document then
 * weighs the same on both sides, which is what makes the bootstrap a paired one.
 * A resample without a leaf on either side is left out.
 */
export function differenceOf(before: ResampledCounts, after: ResampledCounts): DifferenceInterval {
  const difference = ratesOf(after.total).f1 - ratesOf(before.total).f1;
  const afters = after.f1s();
  const said = before.f1s().flatMap((first, i) => {
    const second = afters[i] ?? null;
    // Beside a side that has leaves, one without is right to be silent: 1, as in `ratesOf`.
    return first === null && second === null ? [] : [(second ?? 1) - (first ?? 1)];
  });
  const interval = percentileInterval(said, difference);
  return { difference, ...interval, isDifference: interval.low > 0 || interval.high < 0 };
}
