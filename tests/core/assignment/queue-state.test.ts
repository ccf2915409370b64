import { describe, expect, it } from 'vitest';
import { stateAfterHandIn } from '@/lib/core/assignment/hand-in';
import { placeIn, weaveQueue } from '@/lib/core/assignment/personal-queue';
import { honeypotState, queueStateFor } from '@/lib/core/assignment/queue-state';
import { allAgree } from '@/lib/core/assignment/all-agree';
import { at, done, draft, leased, queued } from './scenes';

const now = at(0);
const stateOf = (rest: Parameters<typeof queued>[1], wanted = 1) => queueStateFor(queued('d', rest), 'ann', wanted, now);

describe('the state of a document in a queue', () => {
  it('is the state of the own work first', () => {
    expect(stateOf({ annotations: [done('ann', 'submitted'), done('bob', 'submitted')] }, 2)).toBe('submitted');
    expect(stateOf({ annotations: [done('ann', 'returned')] })).toBe('returned');
    expect(stateOf({ annotations: [done('ann', 'settled')], hasGold: true })).toBe('accepted');
    expect(stateOf({ annotations: [draft('ann')], leases: [leased('bob', 1)] })).toBe('draft');
  });

  it('is gold, skipped, or waiting where the person has done nothing; an opened empty draft is nothing', () => {
    expect(stateOf({ hasGold: true })).toBe('accepted');
    expect(stateOf({ skippedReason: 'unreadable' })).toBe('skipped');
    expect(stateOf({ annotations: [draft('ann', 0)] })).toBe('waiting');
    expect(stateOf({ annotations: [draft('bob')] })).toBe('waiting');
  });

  it('is elsewhere while somebody sits in the last place, submitted once all places are handed in', () => {
    expect(stateOf({ leases: [leased('bob', 1)] })).toBe('elsewhere');
    expect(stateOf({ leases: [leased('bob', 1)] }, 2)).toBe('waiting');
    expect(stateOf({ annotations: [done('bob', 'submitted')] })).toBe('submitted');
    expect(stateOf({ annotations: [done('bob', 'submitted')], leases: [leased('cid', 1)] }, 2)).toBe('elsewhere');
  });

  it('of a honeypot tells its annotator what any other document would', () => {
    const submitted = { skippedReason: null, annotation: { state: 'submitted', revision: 2 } } as const;
    expect(honeypotState(submitted, true, 1)).toBe('submitted');
    expect(honeypotState(submitted, false, 1)).toBe('accepted');
    expect(honeypotState(submitted, false, 2)).toBe('submitted');
    expect(honeypotState({ skippedReason: null, annotation: null }, true, 1)).toBe('waiting');
    expect(honeypotState({ skippedReason: null, annotation: { state: 'draft', revision: 1 } }, true, 1)).toBe('draft');
    expect(honeypotState({ skippedReason: 'unreadable', annotation: null }, true, 1)).toBe('skipped');
  });
});

describe('the queue as one annotator sees it', () => {
  const items = ['a', 'b', 'c'].map((documentId, index) => ({ documentId, position: index + 1 }));

  it('numbers a honeypot like any other document, where it was given', () => {
    const woven = weaveQueue(items, [{ documentId: 'gold', position: 2 }]);
    expect(woven.map(({ documentId }) => documentId)).toEqual(['a', 'gold', 'b', 'c']);
    expect(placeIn(woven, 'gold')).toEqual({ position: 2, total: 4, previousId: 'a', nextId: 'b' });
  });

  it('shows a honeypot out of the queue itself once, where it was given', () => {
    const woven = weaveQueue(items, [{ documentId: 'a', position: 3 }]);
    expect(woven.map(({ documentId }) => documentId)).toEqual(['b', 'a', 'c']);
  });

  it('has no place for what is not in it', () => {
    expect(placeIn(items, 'z')).toBeNull();
  });
});

describe('what is handed in', () => {
  const plain = { isHoneypot: false, hasGold: false, isReviewed: false, wanted: 1 };

  it('is gold at once only without review, where one person labels', () => {
    expect(stateAfterHandIn(plain)).toBe('accepted');
    expect(stateAfterHandIn({ ...plain, isReviewed: true })).toBe('submitted');
    expect(stateAfterHandIn({ ...plain, wanted: 2 })).toBe('submitted');
  });

  it('never takes the place of gold', () => {
    for (const isReviewed of [true, false]) {
      expect(stateAfterHandIn({ ...plain, isReviewed, hasGold: true })).toBe('settled');
      expect(stateAfterHandIn({ ...plain, isReviewed, hasGold: true, isHoneypot: true })).toBe('submitted');
    }
  });

  it('agrees where every leaf is equal by its rule, in whatever order the rows stand', () => {
    const schema = {
      type: 'object',
      properties: { age: { type: 'integer' }, rows: { type: 'array', items: { type: 'object', properties: { item: { type: 'string' } } } } },
    } as const;
    const record = { age: 41, rows: [{ item: 'HGB' }, { item: 'WBC' }] };
    expect(allAgree([record, { age: '41', rows: [{ item: 'WBC' }, { item: 'HGB' }] }], schema)).toBe(true);
    expect(allAgree([record, record, { ...record, age: 42 }], schema)).toBe(false);
    expect(allAgree([record, { rows: record.rows }], schema)).toBe(false);
    expect(allAgree([{ rows: record.rows }, record], schema)).toBe(false);
  });
});
