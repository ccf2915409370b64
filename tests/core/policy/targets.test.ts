import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planFields, reachableRecord } from '@/lib/core/policy';
import { prepareDocument } from '@/lib/core/policy/prepare';
import { scalarTarget } from '@/lib/core/policy/targets/scalar-targets';
import { editSimilarity } from '@/lib/core/policy/targets/similarity';
import type { LeafSchema, RecordSchema } from '@/lib/core/schema/types';
import { printedLines } from './fixtures/pages';
import { report, reportSchema } from './fixtures/reports';

function slowDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  return Math.min(
    slowDistance(a.slice(1), b) + 1,
    slowDistance(a, b.slice(1)) + 1,
    slowDistance(a.slice(1), b.slice(1)) + Number(a[0] !== b[0]),
  );
}

describe('editSimilarity', () => {
  it('is one less the edit distance by length, and 0 below what was asked for', () => {
    const word = fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(word, word, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, least) => {
        const longer = Math.max(a.length, b.length);
        const similarity = longer === 0 ? 1 : 1 - slowDistance(a, b) / longer;
        const found = editSimilarity(a, b, least);
        if (similarity >= least) expect(found).toBeCloseTo(similarity, 9);
        else expect(found).toBe(0);
      }),
    );
  });
});

const target = (leaf: LeafSchema, lines: readonly string[], gold: string | number | null) => {
  const schema: RecordSchema = { type: 'object', properties: { field: leaf } };
  const document = prepareDocument(planFields(schema), { id: 'd', pages: [printedLines(...lines)] });
  const found = scalarTarget(document, leaf, gold, undefined);
  return found && { ...found, texts: found.candidates.map((c) => document.candidates[c]?.text) };
};

describe('scalarTarget', () => {
  it('is every place that says the value, however often it is printed', () => {
    expect(target({ type: 'string' }, ['Total 9.50', 'Cash 9.50'], '9.50')).toMatchObject({
      texts: ['9.50', '9.50'],
      weight: 1,
    });
  });

  it('is absent where gold is empty, and nothing where words cannot reach it', () => {
    expect(target({ type: 'string' }, ['Total 9.50'], null)?.texts).toEqual(['']);
    expect(target({ type: 'string' }, ['Total 9.50'], '')?.texts).toEqual(['']);
    expect(target({ type: 'string' }, ['Total 9.50'], 'Kuala Lumpur')).toBeNull();
    expect(target({ type: 'number' }, ['Total 9.50'], 12)).toBeNull();
  });

  it('is the nearest text where the reader misread it, with less weight', () => {
    const found = target({ type: 'string' }, ['Name: J0hn Carter', 'Ward: Surgery'], 'John Carter');
    expect(found?.texts).toEqual(['J0hn Carter']);
    expect(found?.weight).toBeCloseTo(10 / 11);
  });

  it('follows the match rule of the leaf', () => {
    expect(target({ type: 'string', 'x-match': 'text-ci' }, ['SURGERY'], 'Surgery')?.weight).toBe(1);
    expect(target({ type: 'string', 'x-match': 'number' }, ['Total 1,200.00'], '1200')?.weight).toBe(1);
    expect(target({ type: 'number' }, ['Total 1,200.00'], 1200)?.texts).toEqual(['1,200.00']);
  });

  it('prefers the place that people pointed at', () => {
    const leaf = { type: 'string' } as const;
    const document = prepareDocument(planFields({ type: 'object', properties: { field: leaf } }), {
      id: 'd',
      pages: [printedLines('Total 9.50', 'Cash 9.50')],
    });
    const place = document.layout.tokens[3];
    if (!place) throw new Error('the page has four words');
    const found = scalarTarget(document, leaf, '9.50', [{ page: 0, box: place.box }]);
    expect(found?.candidates.map((c) => document.candidates[c]?.parts)).toEqual([[{ start: 3, end: 4 }]]);
  });
});

describe('reachableRecord', () => {
  it('is gold where the words say it', () => {
    for (let i = 0; i < 12; i++) {
      const { gold, ...document } = report(i);
      expect(reachableRecord(reportSchema, document, gold)).toEqual(gold);
    }
  });
});
