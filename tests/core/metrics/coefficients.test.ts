import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohensKappa } from '@/lib/core/metrics/kappa';
import { intervalAlpha, nominalAlpha } from '@/lib/core/metrics/krippendorff';

/** Four observers, twelve units: Krippendorff 2011, example C and D. "." is no value. */
const observers = ['1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .'].map((line) =>
  line.split(' ').map((value) => (value === '.' ? null : value)),
);
const units = Array.from({ length: 12 }, (_, u) => observers.map((values) => values[u] ?? null));
const numbers = units.map((unit) => unit.map((value) => (value === null ? null : Number(value))));

/** α from the definition, pair by pair over the coincidence matrix. */
function slowAlpha<V>(given: readonly (readonly (V | null)[])[], distance: (a: V, b: V) => number): number | null {
  const kept = given.map((unit) => unit.filter((value): value is V => value !== null)).filter(({ length }) => length > 1);
  const sum = (values: readonly V[]): number =>
    values.reduce((total, a, i) => total + values.reduce((inner, b, j) => inner + (i === j ? 0 : distance(a, b)), 0), 0);
  const all = kept.flat();
  const expected = sum(all) / (all.length * (all.length - 1));
  if (all.length === 0 || expected === 0) return null;
  return 1 - kept.reduce((total, values) => total + sum(values) / (values.length - 1), 0) / all.length / expected;
}

describe("Krippendorff's α", () => {
  it('is that of the published example: 0.743 nominal, 0.849 interval', () => {
    expect(nominalAlpha(units).alpha).toBeCloseTo(0.743, 3);
    expect(intervalAlpha(numbers).alpha).toBeCloseTo(0.849, 3);
    // The twelfth unit has one value, which can agree with none.
    expect(nominalAlpha(units).values).toBe(40);
  });

  it('is that of the published example of two observers: 0.095', () => {
    const [a, b] = ['0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'].map((line) => line.split(' '));
    expect(nominalAlpha((a ?? []).map((value, i) => [value, b?.[i] ?? null])).alpha).toBeCloseTo(0.095, 3);
  });

  it('follows the definition on any values', () => {
    const value = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 4 }), { maxLength: 8 }), (given) => {
        const same = (found: number | null, expected: number | null): void => {
          if (expected === null || found === null) expect(found).toBe(expected);
          else expect(found).toBeCloseTo(expected, 9);
        };
        same(intervalAlpha(given).alpha, slowAlpha(given, (a, b) => (a - b) ** 2));
        const texts = given.map((unit) => unit.map((one) => (one === null ? null : String(one))));
        same(nominalAlpha(texts).alpha, slowAlpha(texts, (a, b) => Number(a !== b)));
      }),
    );
  });

  it('is 1 where all agree, and undefined where nothing varies or nobody can agree', () => {
    expect(nominalAlpha([['a', 'a'], ['b', 'b', null]]).alpha).toBe(1);
    expect(nominalAlpha([['a', 'a'], ['a', 'a']])).toEqual({ values: 4, alpha: null });
    expect(intervalAlpha([[0.1, 0.1], [0.1, 0.1, 0.1]])).toEqual({ values: 5, alpha: null });
    expect(nominalAlpha([['a', null], ['b']])).toEqual({ values: 0, alpha: null });
    expect(intervalAlpha([])).toEqual({ values: 0, alpha: null });
  });
});

describe("Cohen's κ", () => {
  const pairsOf = (table: readonly (readonly number[])[]): [string, string][] =>
    table.flatMap((row, a) => row.flatMap((count, b) => Array.from({ length: count }, (): [string, string] => [String(a), String(b)])));

  it.each([
    ['50 proposals, two readers', [[20, 5], [10, 15]], 0.7, 0.4],
    ['100 diagnoses (Fleiss, Statistical Methods for Rates and Proportions, ch. 18)', [[75, 1, 4], [5, 4, 1], [0, 0, 10]], 0.89, 0.676],
    ['agreement by chance', [[1, 1], [1, 1]], 0.5, 0],
    ['never equal', [[0, 5], [5, 0]], 0, -1],
  ])('is that of a textbook: %s', (_, table, shareEqual, kappa) => {
    const found = cohensKappa(pairsOf(table));
    expect(found.shareEqual).toBeCloseTo(shareEqual, 12);
    expect(found.kappa).toBeCloseTo(kappa, 3);
  });

  it('is undefined without pairs and without variation', () => {
    expect(cohensKappa([])).toEqual({ count: 0, shareEqual: null, kappa: null });
    expect(cohensKappa([['a', 'a'], ['a', 'a']])).toEqual({ count: 2, shareEqual: 1, kappa: null });
    expect(cohensKappa([['a', 'b']]).kappa).toBe(0);
  });

  it('is the same from either side', () => {
    const pair = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c'));
    fc.assert(fc.property(fc.array(pair), (pairs) => {
      expect(cohensKappa(pairs.map(([a, b]) => [b, a]))).toEqual(cohensKappa(pairs));
    }));
  });
});
