import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneOf } from '@/lib/core/metrics/alternatives';
import { anlsStar } from '@/lib/core/metrics/anls-star';
import { record } from './random-record';

describe('ANLS*', () => {
  it('gives nothing for a text of which more than half is wrong', () => {
    expect(anlsStar({ code: 'abcd' }, { code: 'abxy' })).toBe(0.5);
    expect(anlsStar({ code: 'abcd' }, { code: 'axyz' })).toBe(0);
  });

  it('takes the nearest of several answers', () => {
    const gold = { dose: oneOf('5 mg', 'five milligrams'), ward: '3B' };
    expect(anlsStar(gold, { dose: 'Five milligrams', ward: '3B' })).toBe(1);
    expect(anlsStar(gold, { dose: '7 mg', ward: '3B' })).toBe(0.875);
    expect(anlsStar({ dose: oneOf('5 mg', null) }, {})).toBe(1);
  });

  it('is never worse with one more answer that would be right', () => {
    fc.assert(
      fc.property(record, record, (gold, prediction) => {
        const figure = anlsStar({ content: gold }, { content: prediction });
        expect(anlsStar({ content: oneOf(gold, prediction) }, { content: prediction })).toBeGreaterThanOrEqual(figure);
      }),
    );
  });

  it('counts a null of gold as right where nothing is said, and as wrong where something is', () => {
    expect(anlsStar({ name: 'Ann', ward: null }, { name: 'Ann' })).toBe(1);
    expect(anlsStar({ name: 'Ann', ward: null }, { name: 'Ann', ward: '3B' })).toBe(0.5);
  });

  it('pairs rows by the average of their leaves', () => {
    const gold = { rows: [{ i: 'HGB', r: '13.5' }, { i: 'WBC', r: '6.1' }] };
    expect(anlsStar(gold, { rows: [{ i: 'WBC', r: '6.1' }] })).toBe(0.5);
    expect(anlsStar(gold, { rows: [...gold.rows, ...gold.rows] })).toBe(0.5);
  });

  it('measures long texts and texts beyond 16 bits by their code points', () => {
    expect(anlsStar('😀😀😀😀', '😀😀😀x')).toBe(0.75);
    const long = 'x'.repeat(700);
    expect(anlsStar(long, `${long.slice(0, 693)}yyyyyyy`)).toBeCloseTo(0.99, 12);
  });
});
