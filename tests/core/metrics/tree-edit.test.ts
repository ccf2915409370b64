import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '@/lib/core/metrics/edit-distance';
import { ntedAccuracy } from '@/lib/core/metrics/nted';
import { record } from './random-record';

/** A record that costs 1 and the characters of its text to write. */
const lone = (key: string, text: string): { readonly [key: string]: string } => ({ [key]: text });

describe('nTED accuracy', () => {
  it('charges a wrong key 1 and a wrong text its edits', () => {
    expect(ntedAccuracy(lone('ward', '3B'), lone('room', '3B'))).toBeCloseTo(1 - 1 / 3, 12);
    expect(ntedAccuracy(lone('ward', '3B-12'), lone('ward', '3B-21'))).toBeCloseTo(1 - 2 / 6, 12);
  });

  it('finds the cheapest edits where a row was dropped from the middle', () => {
    const rows = ['HGB', 'WBC', 'PLT'].map((item) => ({ item }));
    const written = 1 + 3 * (1 + 1 + 3);
    expect(ntedAccuracy({ rows }, { rows: [rows[0], rows[2]] as { item: string }[] })).toBeCloseTo(1 - 5 / written, 12);
  });

  it('is the edit distance of the texts for records of one key', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab]{1,12}$/), fc.stringMatching(/^[ab]{1,12}$/), (gold, prediction) => {
        const expected = Math.max(0, 1 - editDistance(gold, prediction) / (1 + gold.length));
        expect(ntedAccuracy(lone('k', gold), lone('k', prediction))).toBeCloseTo(expected, 12);
      }),
    );
  });

  it('asks for as many edits in either direction', () => {
    // So much that both records have in common that neither direction reaches 0.
    const common = 'c'.repeat(500);
    const weightOfCommon = 1 + common.length;
    fc.assert(
      fc.property(record, record, (one, other) => {
        const [a, b] = [{ content: one, common }, { content: other, common }];
        const weightOf = (whole: typeof a): number => weightOfCommon / (1 - ntedAccuracy(whole, { content: whole.content }));
        const there = (1 - ntedAccuracy(a, b)) * weightOf(a);
        expect((1 - ntedAccuracy(b, a)) * weightOf(b)).toBeCloseTo(there, 6);
      }),
    );
  });

  it('takes records whose distances are beyond 16 bits', () => {
    const gold = { note: 'a'.repeat(70_000) };
    expect(ntedAccuracy(gold, { note: 'a'.repeat(500) })).toBeCloseTo(501 / 70_001, 12);
  });
});

describe('the edit distance', () => {
  it('counts code points', () => {
    expect(editDistance('😀a', 'a')).toBe(1);
    expect(editDistance('𠮷田', '吉田')).toBe(1);
    expect(editDistance('', '😀😀')).toBe(2);
  });
});
