import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSimilarity, documentFeatures, type DocumentFeatures } from '@/lib/core/sampling';
import { makeCorpus, pageOf } from './corpus';

const read = (...lines: string[]): DocumentFeatures => documentFeatures({ pages: [pageOf(lines)], image: null });

describe('documentFeatures', () => {
  it('is JSON and comes back the same', () => {
    const [document] = makeCorpus({ size: 1, seed: 1 });
    expect(JSON.parse(JSON.stringify(document?.features))).toEqual(document?.features);
  });

  it('reads digits as shape, and neither case, accents nor edge punctuation', () => {
    const told = read('Ngày 17/09/2018', 'Đơn thuốc:');
    const same = read('NGAY 28/11/2020', 'don thuoc');
    expect(same.words).toEqual(told.words);
  });

  it('sees rows of separate columns as a table', () => {
    const page = pageOf(['a b c', 'd e f']);
    const apart = page.words.map((word, i) => {
      const left = (i % 3) * 0.3;
      return { ...word, box: [left, word.box[1], left + 0.05, word.box[3]] as const };
    });
    const tableShare = (words: typeof page.words): number =>
      documentFeatures({ pages: [{ ...page, words }], image: null }).layout[65] ?? 0;
    expect(tableShare(page.words)).toBe(0);
    expect(tableShare(apart)).toBeGreaterThan(0);
  });

  it('refuses a thumbnail of another size', () => {
    expect(() => documentFeatures({ pages: [], image: { thumbnail: new Uint8Array(72) } })).toThrow(RangeError);
  });
});

describe('createSimilarity', () => {
  it('is 1 of a document with itself, symmetric, and within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), fc.integer(), (size, seed) => {
        const similarity = createSimilarity(makeCorpus({ size, seed }).flatMap(({ features }) => features ?? []));
        for (let a = 0; a < size; a++) {
          expect(similarity.between(a, a)).toBe(1);
          for (let b = 0; b < size; b++) {
            expect(similarity.between(a, b)).toBeCloseTo(similarity.between(b, a), 5);
            expect(similarity.between(a, b)).toBeGreaterThanOrEqual(0);
            expect(similarity.between(a, b)).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is 1 for the same page twice, with an image or without', () => {
    const page = read('blood test', 'white cells 5.1');
    expect(createSimilarity([page, page, read('invoice total')]).between(0, 1)).toBeCloseTo(1, 5);
    const [pictured] = makeCorpus({ size: 1, seed: 2 }).flatMap(({ features }) => features ?? []);
    if (!pictured) throw new Error('a corpus of one has one document');
    expect(createSimilarity([pictured, pictured]).between(0, 1)).toBeCloseTo(1, 5);
  });

  it('puts a misread copy nearer than another kind of document', () => {
    const similarity = createSimilarity([
      read('haemoglobin concentration', 'leukocytes count'),
      read('haemoglohin concentratlon', 'leukocyles count'),
      read('ultrasound abdomen', 'liver normal'),
    ]);
    expect(similarity.between(0, 1)).toBeGreaterThan(similarity.between(0, 2) + 0.2);
  });

  it('refuses features of different versions', () => {
    const page = read('one');
    expect(() => createSimilarity([page, { ...page, layout: [1] }])).toThrow(RangeError);
  });
});
