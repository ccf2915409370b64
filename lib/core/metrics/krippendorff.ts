export interface Alpha {
  /** Values in units that have two or more: the others say nothing about agreement. */
  readonly values: number;
  /** At most 1; 0 is what chance gives. Null without such values, and where they do not vary. */
  readonly alpha: number | null;
}

/** Values of one unit by any number of annotators; null where one has none. */
export type Unit<V> = readonly (V | null)[];

function pairable<V>(units: Iterable<Unit<V>>): V[][] {
  const kept: V[][] = [];
  for (const unit of units) {
    const values = unit.filter((value): value is V => value !== null);
    if (values.length > 1) kept.push(values);
  }
  return kept;
}

/**
 * α = 1 − Dₒ/Dₑ, where `disagreement` sums the distance δ² over all ordered
 * pairs of the values (Krippendorff, *Computing Krippendorff's
 * Alpha-Reliability*, 2011).
 */
function alphaOf<V>(units: readonly V[][], disagreement: (values: readonly V[]) => number): Alpha {
  const all = units.flat();
  const expected = disagreement(all);
  if (expected === 0) return { values: all.length, alpha: null };
  const observed = units.reduce((sum, values) => sum + disagreement(values) / (values.length - 1), 0);
  return { values: all.length, alpha: 1 - ((all.length - 1) * observed) / expected };
}

/** Ordered pairs of different categories. */
function unequalPairs(values: readonly string[]): number {
  const times = new Map<string, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times.values()].reduce((sum, count) => sum + count * (values.length - count), 0);
}

/** Σ (x − y)² over ordered pairs = 2·(m·Σx² − (Σx)²), counted from the first value: equal values give exactly 0. */
function squaredDifferences(values: readonly number[]): number {
  const origin = values[0] ?? 0;
  let [sum, squares] = [0, 0];
  for (const value of values) {
    sum += value - origin;
    squares += (value - origin) ** 2;
  }
  return 2 * (values.length * squares - sum * sum);
}

/** Krippendorff's α of categories: any number of annotators, values may be missing. */
export const nominalAlpha = (units: Iterable<Unit<string>>): Alpha => alphaOf(pairable(units), unequalPairs);

/** Krippendorff's α of numbers: a disagreement weighs by the square of its size. */
export const intervalAlpha = (units: Iterable<Unit<number>>): Alpha => alphaOf(pairable(units), squaredDifferences);
