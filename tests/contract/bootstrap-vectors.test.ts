import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createTally, differenceOf, intervalOf, type LeafCounts, type Tally } from '@/lib/core/scoring';
import { documentWeights } from '@/lib/core/scoring/document-weights';

/** Shared with the trainer: both languages must give these figures to 1e-12. */
interface Vectors {
  readonly weights: readonly { readonly seed: number; readonly id: string; readonly weights: string }[];
  readonly intervals: readonly (Bootstrap & { readonly documents: Documents })[];
  readonly differences: readonly (Bootstrap & { readonly before: Documents; readonly after: Documents })[];
}
interface Bootstrap {
  readonly name: string;
  readonly seed: number;
  readonly resamples: number;
  readonly expect: Readonly<Record<string, number | boolean>>;
}
type Documents = readonly ({ readonly id: string } & LeafCounts)[];

const vectors = JSON.parse(readFileSync(new URL('bootstrap-vectors.json', import.meta.url), 'utf8')) as Vectors;

function tallyOf(documents: Documents, { seed, resamples }: Bootstrap): Tally {
  const tally = createTally({ seed, resamples });
  for (const { id, ...counts } of documents) tally.add(id, counts);
  return tally;
}

function expectFigures(figures: object, expected: Bootstrap['expect']): void {
  expect(Object.keys(figures).sort()).toEqual(Object.keys(expected).sort());
  for (const [name, found] of Object.entries(figures)) {
    if (typeof found === 'number') expect(Math.abs(found - Number(expected[name])), name).toBeLessThanOrEqual(1e-12);
    else expect(found, name).toBe(expected[name]);
  }
}

describe('the weights of documents in the shared vectors', () => {
  it.each(vectors.weights)('seed $seed, id "$id"', ({ seed, id, weights }) => {
    expect([...documentWeights(seed, id, weights.length)].join('')).toBe(weights);
  });
});

describe('the intervals of the shared vectors', () => {
  it.each(vectors.intervals)('$name', (vector) => {
    expectFigures(intervalOf(tallyOf(vector.documents, vector).all), vector.expect);
  });
});

describe('the paired differences of the shared vectors', () => {
  it.each(vectors.differences)('$name', (vector) => {
    const [before, after] = [tallyOf(vector.before, vector), tallyOf(vector.after, vector)];
    expectFigures(differenceOf(before.all, after.all), vector.expect);
  });
});
