import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observationsOf } from '@/lib/core/metrics/calibration-observations';
import { reliability, type Observation } from '@/lib/core/metrics/calibration';
import { typedErrors } from '@/lib/core/metrics/typed-errors';

const times = (count: number, confidence: number, right: number): Observation[] =>
  Array.from({ length: count }, (_, i) => ({ confidence, isRight: i < right }));

const observation = fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), isRight: fc.boolean() });

describe('reliability', () => {
  it('puts confidence beside the share that is right, bin by bin', () => {
    // By hand: 10 said with 0.75, 6 right; 5 with 0.95, all right. ECE = 10/15·0.15 + 5/15·0.05.
    const { bins, ece, mce, brier, count } = reliability([...times(10, 0.75, 6), ...times(5, 0.95, 5)]);
    expect(count).toBe(15);
    expect(bins).toHaveLength(10);
    expect(bins[7]).toMatchObject({ low: 0.7, high: 0.8, count: 10, shareRight: 0.6 });
    expect(bins[7]?.meanConfidence).toBeCloseTo(0.75, 12);
    expect(bins[9]).toMatchObject({ count: 5, shareRight: 1 });
    expect(bins[0]).toEqual({ low: 0, high: 0.1, count: 0, meanConfidence: null, shareRight: null });
    expect(ece).toBeCloseTo((10 * 0.15 + 5 * 0.05) / 15, 12);
    expect(mce).toBeCloseTo(0.15, 12);
    expect(brier).toBeCloseTo((6 * 0.25 ** 2 + 4 * 0.75 ** 2 + 5 * 0.05 ** 2) / 15, 12);
  });

  it('takes a bin as open below and closed above, 0 in the first', () => {
    const { bins } = reliability([0, 0.1, 0.2, 0.30000000000000004, 1].map((confidence) => ({ confidence, isRight: true })));
    expect(bins.map(({ count }) => count)).toEqual([2, 1, 0, 1, 0, 0, 0, 0, 0, 1]);
  });

  it('makes bins of equal mass where asked to, equal confidences together', () => {
    const { bins } = reliability([...times(6, 0.2, 1), ...times(2, 0.9, 2), ...times(2, 0.95, 2)], { bins: 3, binning: 'equal-mass' });
    expect(bins.map(({ low, high, count }) => [low, high, count])).toEqual([
      [0.2, 0.2, 6],
      [0.9, 0.9, 2],
      [0.95, 0.95, 2],
    ]);
    expect(reliability(times(9, 0.5, 3), { bins: 3, binning: 'equal-mass' }).bins).toHaveLength(1);
  });

  it('is 0 where a model is as sure as it is right, and 1 where it is surely wrong', () => {
    expect(reliability(times(4, 1, 4))).toMatchObject({ ece: 0, mce: 0, brier: 0 });
    expect(reliability(times(4, 1, 0))).toMatchObject({ ece: 1, mce: 1, brier: 1 });
  });

  it('is no figure without observations', () => {
    expect(reliability([])).toMatchObject({ count: 0, ece: null, mce: null, brier: null });
    expect(reliability([], { binning: 'equal-mass' }).bins).toEqual([]);
  });

  it.each([[-0.01], [1.01], [Number.NaN], [Infinity]])('refuses a confidence of %s', (confidence) => {
    expect(() => reliability([{ confidence, isRight: true }])).toThrow(RangeError);
  });

  it.each([[0], [2.5], [-1]])('refuses %s bins', (bins) => {
    expect(() => reliability([], { bins })).toThrow(RangeError);
  });

  it('loses no observation, stays in 0–1, and does not depend on their order', () => {
    fc.assert(
      fc.property(fc.array(observation, { minLength: 1 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom('equal-width', 'equal-mass'), (all, bins, binning) => {
        const found = reliability(all, { bins, binning });
        expect(found.bins.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        expect(found.bins.length).toBeLessThanOrEqual(bins);
        const { ece, mce } = found;
        expect(ece !== null && mce !== null && ece >= 0 && ece <= mce + 1e-12 && mce <= 1).toBe(true);
        expect(reliability(all.toReversed(), { bins, binning })).toEqual(found);
        for (const { low, high, meanConfidence } of found.bins) {
          if (meanConfidence === null) continue;
          expect(meanConfidence >= low - 1e-12 && meanConfidence <= high + 1e-12).toBe(true);
        }
      }),
    );
  });
});

describe('the observations of a document', () => {
  it('are its predicted leaves with their confidence, right or not', () => {
    const typed = typedErrors({ gold: { a: '1', b: '2', c: '3' }, prediction: { a: '1', b: '5', d: '4', e: '6' } });
    if (typed.kind !== 'typed') throw new Error(typed.reason);
    expect(observationsOf(typed.leaves, { '/a': 0.9, '/b': 0.8, '/d': 0.3, '/c': 0.1 })).toEqual({
      observations: [
        { confidence: 0.9, isRight: true },
        { confidence: 0.8, isRight: false },
        { confidence: 0.3, isRight: false },
      ],
      withoutConfidence: 1,
    });
  });
});
