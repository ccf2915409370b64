import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '@/lib/core/annotation/fields';
import { fieldKeys, growWords, keyedFields, stepWord, wordBehind } from '@/lib/core/annotation/word-choice';
import { pageBoxSchema } from '@/lib/core/geometry/word';
import type { RecordSchema } from '@/lib/core/schema/types';

const box = (x: number, y: number) => pageBoxSchema.parse([x, y, x + 0.1, y + 0.02]);
const words = [box(0.1, 0.1), box(0.3, 0.1), box(0.1, 0.2), box(0.3, 0.2)].map((at) => ({ box: at }));

describe('words chosen before their field', () => {
  it('begin where the last fill ended, and at the top where there was none', () => {
    expect(wordBehind(words, [])).toBe(0);
    expect(wordBehind(words, [pageBoxSchema.parse([0.05, 0.05, 0.5, 0.15])])).toBe(2);
    expect(wordBehind(words, [pageBoxSchema.parse([0, 0, 1, 1])])).toBe(0);
    expect(stepWord(4, [], 1, 2)).toEqual([2]);
  });

  it('go word by word in reading order and stay on the page', () => {
    expect(stepWord(4, [2], 1, 0)).toEqual([3]);
    expect(stepWord(4, [3], 1, 0)).toEqual([3]);
    expect(stepWord(4, [0], -1, 0)).toEqual([0]);
    expect(stepWord(0, [], 1, 0)).toEqual([]);
  });

  it('become one more or one less, the first stays, and none comes twice', () => {
    expect(growWords(4, [1], 1)).toEqual([1, 2]);
    expect(growWords(4, [1, 2], -1)).toEqual([1]);
    expect(growWords(4, [1], -1)).toEqual([1]);
    expect(growWords(4, [3], 1)).toEqual([3]);
    expect(growWords(4, [], 1)).toEqual([]);
    const moves = fc.array(fc.constantFrom<readonly ['step' | 'grow', -1 | 1]>(['step', 1], ['step', -1], ['grow', 1], ['grow', -1]));
    fc.assert(fc.property(fc.integer({ min: 1, max: 6 }), moves, (count, taken) => {
      let chosen: readonly number[] = [];
      for (const [kind, by] of taken) chosen = kind === 'step' ? stepWord(count, chosen, by, 0) : growWords(count, chosen, by);
      expect(new Set(chosen).size).toBe(chosen.length);
      for (const at of chosen) expect(at >= 0 && at < count).toBe(true);
    }));
  });
});

describe('keys of fields', () => {
  const schemaOf = (count: number): RecordSchema => ({
    type: 'object',
    properties: {
      rows: { type: 'array', items: { type: 'object', properties: { item: { type: 'string' } } } },
      ...Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, { type: 'string' as const }])),
    },
  });

  it('are 1 to 9, 0, then letters, in the order of the schema, for fields outside of tables', () => {
    const keys = keyedFields(fieldsOf(schemaOf(12), { rows: [{ item: 'x' }] }));
    expect([...keys]).toEqual([...'1234567890AB'].map((key, at) => [`/f${at}`, key]));
  });

  it('are 36 at the most, all different', () => {
    expect(keyedFields(fieldsOf(schemaOf(60), {})).size).toBe(36);
    expect(new Set(fieldKeys).size).toBe(36);
  });
});
