import { describe, expect, it } from 'vitest';
import { pinsOf } from '@/lib/core/review/pins';

const box = [0.1, 0.1, 0.3, 0.2] as const;
const thread = (id: string, createdAt: string, place: { page: number | null; box: typeof box | null }, resolvedAt: string | null = null) => ({ id, createdAt, resolvedAt, ...place });

describe('threads about boxes', () => {
  it('are numbered in the order in which they were begun, over all pages', () => {
    const pins = pinsOf([thread('c', '2026-01-03', { page: 0, box }), thread('a', '2026-01-01', { page: 1, box }), thread('b', '2026-01-02', { page: 0, box }, '2026-01-04')]);
    expect(pins.map(({ threadId, number, page, isResolved }) => [threadId, number, page, isResolved])).toEqual([
      ['a', 1, 1, false],
      ['b', 2, 0, true],
      ['c', 3, 0, false],
    ]);
  });

  it('are told apart where two were begun at once', () => {
    const pins = [thread('b', '2026-01-01', { page: 0, box }), thread('a', '2026-01-01', { page: 0, box })];
    expect(pinsOf(pins).map(({ threadId }) => threadId)).toEqual(['a', 'b']);
    expect(pinsOf(pins.toReversed())).toEqual(pinsOf(pins));
  });

  it('are only those: a leaf, a page and the whole have no mark', () => {
    expect(pinsOf([thread('a', '2026-01-01', { page: 0, box: null }), thread('b', '2026-01-02', { page: null, box: null }), thread('c', '2026-01-03', { page: 0, box })])).toMatchObject([
      { threadId: 'c', number: 1 },
    ]);
  });
});
