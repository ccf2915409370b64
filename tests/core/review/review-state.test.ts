import { describe, expect, it } from 'vitest';
import { reviewStateOf } from '@/lib/core/review/review-state';

describe('where a document stands in review', () => {
  const none = { hasGold: false, handedIn: [], wanted: 1 };

  it('is nowhere before anything was handed in', () => {
    expect(reviewStateOf(none)).toBeNull();
  });

  it('is with the reviewer once all who were to label it have', () => {
    expect(reviewStateOf({ ...none, handedIn: ['submitted'] })).toBe('submitted');
    expect(reviewStateOf({ ...none, handedIn: ['submitted'], wanted: 2 })).toBe('waiting');
    expect(reviewStateOf({ ...none, handedIn: ['submitted', 'submitted'], wanted: 2 })).toBe('submitted');
    expect(reviewStateOf({ ...none, handedIn: ['submitted', 'submitted'], wanted: 1 })).toBe('submitted');
  });

  it('is with an annotator while any of them has it back', () => {
    expect(reviewStateOf({ ...none, handedIn: ['submitted', 'returned'], wanted: 2 })).toBe('returned');
    expect(reviewStateOf({ ...none, handedIn: ['returned'], wanted: 2 })).toBe('returned');
  });

  it('is settled by gold, whatever else was handed in', () => {
    expect(reviewStateOf({ ...none, hasGold: true, handedIn: ['settled', 'returned'], wanted: 2 })).toBe('accepted');
  });
});
