import { describe, expect, it } from 'vitest';
import { hasSeatFor, isOpenTo, leaseMs } from '@/lib/core/assignment/seats';
import { at, done, draft, leased, queued } from './scenes';

const now = at(0);

describe('a place at a document', () => {
  it('is free where nobody is and nobody was', () => {
    expect(isOpenTo(queued('d'), 'ann', 1, now)).toBe(true);
  });

  it('is taken by whoever holds a lease, and free again for them and after its end', () => {
    const document = queued('d', { leases: [leased('bob', leaseMs)] });
    expect(isOpenTo(document, 'ann', 1, now)).toBe(false);
    expect(isOpenTo(document, 'bob', 1, now)).toBe(true);
    expect(isOpenTo(document, 'ann', 1, at(leaseMs - 1))).toBe(false);
    expect(isOpenTo(document, 'ann', 1, at(leaseMs))).toBe(true);
  });

  it('is not taken by who only looks on, or left a draft behind', () => {
    const document = queued('d', { leases: [{ ...leased('bob', leaseMs), hasSeat: false }], annotations: [draft('cid')] });
    expect(isOpenTo(document, 'ann', 1, now)).toBe(true);
  });

  it('is taken for good by who handed in, also while it is back for changes', () => {
    for (const state of ['submitted', 'returned', 'accepted', 'settled'] as const) {
      expect(isOpenTo(queued('d', { annotations: [done('bob', state)] }), 'ann', 1, now)).toBe(false);
    }
  });

  it('is there once for each of the people who are to label the document, and counts nobody twice', () => {
    const document = queued('d', { leases: [leased('bob', leaseMs)], annotations: [done('bob', 'submitted')] });
    expect(isOpenTo(document, 'ann', 2, now)).toBe(true);
    const full = queued('d', { leases: [leased('cid', leaseMs)], annotations: [done('bob', 'submitted')] });
    expect(isOpenTo(full, 'ann', 2, now)).toBe(false);
    expect(isOpenTo(full, 'ann', 3, now)).toBe(true);
  });

  it('is never offered again to who handed in, though they may sit down at what came back', () => {
    for (const state of ['submitted', 'accepted', 'settled'] as const) {
      expect(isOpenTo(queued('d', { annotations: [done('ann', state)] }), 'ann', 2, now)).toBe(false);
    }
    expect(hasSeatFor(queued('d', { annotations: [done('ann', 'returned')] }), 'ann', 1, now)).toBe(true);
  });

  it('is not offered where the document is skipped or is gold', () => {
    expect(isOpenTo(queued('d', { skippedReason: 'unreadable' }), 'ann', 1, now)).toBe(false);
    expect(isOpenTo(queued('d', { hasGold: true }), 'ann', 1, now)).toBe(false);
    expect(hasSeatFor(queued('d', { skippedReason: 'unreadable' }), 'ann', 1, now)).toBe(true);
  });
});
