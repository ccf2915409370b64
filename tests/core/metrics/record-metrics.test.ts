import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anlsStar } from '@/lib/core/metrics/anls-star';
import { addDonutCounts, donutCounts, donutF1 } from '@/lib/core/metrics/donut-counts';
import { addKievalCounts, kievalCounts, kievalFigures } from '@/lib/core/metrics/kieval';
import { ntedAccuracy } from '@/lib/core/metrics/nted';
import type { Json } from '@/lib/core/record/json';
import { scoreRecord } from '@/lib/core/scoring';
import { record, shuffledTable } from './random-record';

const metrics: Readonly<Record<string, (gold: Json, prediction: Json) => number>> = {
  'ANLS*': anlsStar,
  'nTED accuracy': ntedAccuracy,
  'Donut F1': (gold, prediction) => donutF1(donutCounts(gold, prediction)),
  'KIEval entity F1': (gold, prediction) => kievalFigures(kievalCounts(gold, prediction)).entityF1,
  'KIEval Aligned': (gold, prediction) => kievalFigures(kievalCounts(gold, prediction)).aligned,
};
const blindToOrder = Object.entries(metrics).filter(([name]) => name !== 'nTED accuracy');

describe.each(Object.entries(metrics))('%s', (_, metric) => {
  it('is between 0 and 1', () => {
    fc.assert(
      fc.property(record, record, (gold, prediction) => {
        const figure = metric(gold, prediction);
        expect(figure).toBeGreaterThanOrEqual(0);
        expect(figure).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('is 1 for a record against itself, empty or not', () => {
    fc.assert(
      fc.property(record, (gold) => {
        expect(metric(gold, gold)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('is 1 where neither side says anything, and 0 where only the prediction does', () => {
    expect(metric({}, { name: null, rows: [] })).toBe(1);
    expect(metric({}, { name: 'Ann' })).toBe(0);
  });

  it('takes keys that every object inherits for keys like others', () => {
    const plain = { name: 'Ann', toStrinG: 'a', constructoR: 'b' };
    const inherited = { name: 'Ann', toString: 'a', constructor: 'b' };
    const gold = { name: 'Ann', ward: '3B' };
    expect(metric(gold, inherited)).toBe(metric(gold, plain));
    expect(metric(inherited, gold)).toBe(metric(plain, gold));
  });

  it('ignores keys that the prediction leaves empty', () => {
    fc.assert(
      fc.property(record, record, fc.constantFrom(null, '', ' ', [], {}), (gold, prediction, nothing) => {
        expect(metric(gold, { ...prediction, extra: nothing })).toBe(metric(gold, prediction));
      }),
    );
  });
});

describe.each(blindToOrder)('%s', (_, metric) => {
  it('does not change with the order of the rows on either side', () => {
    fc.assert(
      fc.property(shuffledTable, shuffledTable, ([gold, goldShuffled], [prediction, predictionShuffled]) => {
        const figure = metric({ rows: gold }, { rows: prediction });
        expect(metric({ rows: goldShuffled }, { rows: predictionShuffled })).toBeCloseTo(figure, 9);
      }),
      { numRuns: 300 },
    );
  });
});

const swapped = [
  { rows: [{ item: 'HGB', result: '13.5' }, { item: 'WBC', result: '6.1' }] },
  { rows: [{ item: 'HGB', result: '6.1' }, { item: 'WBC', result: '13.5' }] },
] as const;
const reordered = { rows: swapped[0].rows.toReversed() };

describe('two results in the wrong rows', () => {
  it('are half right for ANLS*, KIEval and the score', () => {
    expect(anlsStar(...swapped)).toBe(0.5);
    expect(kievalFigures(kievalCounts(...swapped)).entityF1).toBe(0.5);
    expect(scoreRecord({ gold: swapped[0], prediction: swapped[1] })).toMatchObject({ f1: 0.5 });
  });

  it('are not seen by Donut F1', () => {
    expect(donutF1(donutCounts(...swapped))).toBe(1);
  });
});

describe('a table in another order', () => {
  it('loses nothing but in nTED accuracy', () => {
    for (const [, metric] of blindToOrder) expect(metric(swapped[0], reordered)).toBe(1);
    expect(ntedAccuracy(swapped[0], reordered)).toBeLessThan(1);
  });
});

describe('counts', () => {
  it('add up over documents', () => {
    fc.assert(
      fc.property(record, record, (gold, prediction) => {
        const both = addKievalCounts(kievalCounts(gold, prediction), kievalCounts(prediction, gold));
        expect(both.fp).toBe(both.fn);
        expect(both.wrong + both.noMatch).toBeLessThanOrEqual(both.fp + both.fn);
        const donut = donutCounts(gold, prediction);
        expect(addDonutCounts(donut, donut)).toEqual({ matched: 2 * donut.matched, unmatched: 2 * donut.unmatched });
      }),
    );
  });

  it('tell what is to be replaced from what is to be added or deleted', () => {
    const gold = { name: 'Ann', ward: '3B' };
    expect(kievalCounts(gold, { name: 'Anne', room: '3B' })).toEqual({ tp: 0, fp: 2, fn: 2, wrong: 1, noMatch: 2 });
    expect(kievalFigures(kievalCounts(gold, { name: 'Ann', room: '3B' })).aligned).toBeCloseTo(1 / 3, 12);
  });
});
