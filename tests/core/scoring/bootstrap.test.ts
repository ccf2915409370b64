import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '@/lib/core/random';
import { createTally, differenceOf, intervalOf, ratesOf, type BootstrapOptions, type LeafCounts, type Tally } from '@/lib/core/scoring';
import { documentWeights } from '@/lib/core/scoring/document-weights';

type Document = readonly [id: string, counts: LeafCounts];

function tallyOf(documents: readonly Document[], options: BootstrapOptions = {}): Tally {
  const tally = createTally(options);
  for (const [id, counts] of documents) tally.add(id, counts, { path: counts });
  return tally;
}

/**
 * Documents as reports are: 5 to 30 leaves, read well or badly as a whole (nine
 * in ten leaves right, or a half), now and then one invented.
 */
function reports(count: number, random: Random, name = 'd'): Document[] {
  return Array.from({ length: count }, (_, place) => {
    const gold = 5 + random.int(26);
    const chance = random.next() < 0.8 ? 0.9 : 0.5;
    const matched = Array.from({ length: gold }, () => random.next()).filter((value) => value < chance).length;
    return [`${name}${place}`, { matched, predicted: gold + random.int(2), gold }];
  });
}

/** E[2n] / E[|S_p| + |S_g|] of `reports`: 17.5 leaves on average, 0.82 of them right, half a leaf invented. */
const trueF1 = (2 * 17.5 * 0.82) / (2 * 17.5 + 0.5);

/** Sums over documents drawn with replacement, the bootstrap as Efron has it. */
function classicalInterval(documents: readonly Document[], resamples: number, random: Random): readonly [number, number] {
  const values = Array.from({ length: resamples }, () => {
    const drawn = documents.map(() => random.pick(documents)[1]);
    const sum = (key: keyof LeafCounts): number => drawn.reduce((total, counts) => total + counts[key], 0);
    return ratesOf({ matched: sum('matched'), predicted: sum('predicted'), gold: sum('gold') }).f1;
  }).sort((a, b) => a - b);
  return [values[Math.round(resamples * 0.025)] as number, values[Math.round(resamples * 0.975)] as number];
}

describe('the weights of a document', () => {
  it('have mean 1 and the variance of the Poisson law', () => {
    const weights = Array.from({ length: 200 }, (_, i) => [...documentWeights(1, `d${i}`, 1000)]).flat();
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
    const variance = weights.reduce((sum, weight) => sum + (weight - mean) ** 2, 0) / weights.length;
    // Of 200,000 weights the mean has a standard error of 0.0022, the variance one of 0.0039.
    expect(Math.abs(mean - 1)).toBeLessThan(0.009);
    expect(Math.abs(variance - 258 / 256)).toBeLessThan(0.016);
  });

  it('are other ones for another seed or another id, and go on where more are asked for', () => {
    expect(documentWeights(1, 'a', 1000)).not.toEqual(documentWeights(2, 'a', 1000));
    expect(documentWeights(1, 'a', 1000)).not.toEqual(documentWeights(1, 'b', 1000));
    expect(documentWeights(1, 'a', 2000).slice(0, 1000)).toEqual(documentWeights(1, 'a', 1000));
  });
});

describe('the interval of F1', () => {
  it('holds the true figure in about 95 of 100 sets of documents', () => {
    const random = createRandom(11);
    const sets = 400;
    const held = Array.from({ length: sets }, (_, set) => {
      const { low, high } = intervalOf(tallyOf(reports(60, random, `${set}-`)).all);
      return low <= trueF1 && trueF1 <= high;
    }).filter(Boolean).length;
    // 400 sets at 95 % have a standard error of 1.1 %, and a percentile interval over 60 documents is known
    // to hold a little less than it says: 3 standard errors around 94 %.
    expect(held / sets).toBeGreaterThan(0.905);
    expect(held / sets).toBeLessThan(0.975);
  });

  it('is nearly that of drawing documents with replacement', () => {
    const documents = reports(200, createRandom(3));
    const { low, high } = intervalOf(tallyOf(documents, { resamples: 4000 }).all);
    const [classicalLow, classicalHigh] = classicalInterval(documents, 4000, createRandom(4));
    const width = classicalHigh - classicalLow;
    // Each end has a standard error of 1.1 % of the width: four of both together.
    expect(Math.abs(low - classicalLow) / width).toBeLessThan(0.06);
    expect(Math.abs(high - classicalHigh) / width).toBeLessThan(0.06);
  });

  it('does not depend on the order of documents', () => {
    const documents = reports(50, createRandom(5));
    fc.assert(
      fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (shuffled) => {
        expect(intervalOf(tallyOf(shuffled).all)).toEqual(intervalOf(tallyOf(documents).all));
      }),
      { numRuns: 10 },
    );
  });

  it('is the same for a leaf path, whatever stands beside it and however few documents have it', () => {
    const documents = reports(40, createRandom(6));
    for (const count of [1, 15, 16, 17, 40]) {
      const tally = createTally();
      for (const [place, [id, counts]] of documents.entries())
        tally.add(id, { matched: 0, predicted: 9, gold: 9 }, place < count ? { path: counts } : {});
      expect(intervalOf(tally.of('path'))).toEqual(intervalOf(tallyOf(documents.slice(0, count)).all));
    }
  });

  it('is the figure itself over one document, and over documents without any leaf', () => {
    const one = tallyOf([['a', { matched: 2, predicted: 3, gold: 4 }]]).all;
    expect(intervalOf(one)).toEqual({ low: ratesOf(one.total).f1, high: ratesOf(one.total).f1 });
    expect(intervalOf(createTally().of('none'))).toEqual({ low: 1, high: 1 });
  });

  it('takes documents without a leaf for nothing at all', () => {
    const documents = reports(10, createRandom(7));
    const empty: Document = ['empty', { matched: 0, predicted: 0, gold: 0 }];
    expect(intervalOf(tallyOf([...documents, empty]).all)).toEqual(intervalOf(tallyOf(documents).all));
  });

  it('refuses a seed or a number of resamples that is none', () => {
    for (const options of [{ resamples: 0 }, { resamples: 1.5 }, { seed: 0.5 }, { seed: 2 ** 60 }])
      expect(() => createTally(options)).toThrow(RangeError);
  });
});

describe('the difference of two checkpoints', () => {
  const before = reports(80, createRandom(8));
  /** One more leaf right in a fifth of the documents that have one wrong. */
  const after = before.map(([id, counts], place): Document => [
    id,
    { ...counts, matched: Math.min(counts.gold, counts.matched + (place % 5 === 0 ? 1 : 0)) },
  ]);

  it('is 0 exactly, and none, where both say the same', () => {
    expect(differenceOf(tallyOf(before).all, tallyOf(before.toReversed()).all)).toEqual({
      difference: 0, low: 0, high: 0, isDifference: false,
    });
  });

  it('pairs documents: a small gain shows that two intervals side by side would hide', () => {
    const [first, second] = [tallyOf(before), tallyOf(after)];
    expect(differenceOf(first.all, second.all)).toMatchObject({ isDifference: true });
    expect(intervalOf(first.all).high).toBeGreaterThan(intervalOf(second.all).low);
  });

  it('turns round with the two sides', () => {
    const [first, second] = [tallyOf(before).of('path'), tallyOf(after).of('path')];
    const [there, back] = [differenceOf(first, second), differenceOf(second, first)];
    expect(back.difference).toBe(-there.difference);
    expect(back.low).toBeCloseTo(-there.high, 12);
    expect(back.high).toBeCloseTo(-there.low, 12);
  });

  it('is called one about as rarely as 95 % promise where both are equally good', () => {
    const random = createRandom(9);
    const called = Array.from({ length: 200 }, (_, set) => {
      const [one, other] = [reports(60, random, `${set}-`), reports(60, random, `${set}-`)];
      return differenceOf(tallyOf(one).all, tallyOf(other).all).isDifference;
    }).filter(Boolean).length;
    // 5 % of 200 with a standard error of 1.5 %; a little more, as the intervals hold a little less.
    expect(called / 200).toBeLessThan(0.11);
  });
});
