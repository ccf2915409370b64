import { describe, expect, it } from 'vitest';
import { isThreadVisible, mayDiscuss } from '@/lib/core/review/threads';

const at = (ms: number): Date => new Date(1_700_000_000_000 + ms);
const annotation = { annotatorId: 'ann', state: 'submitted', submittedAt: at(10) } as const;
const ann = { userId: 'ann', isReviewer: false };
const byReviewer = (ms: number) => ({ startedById: 'rob', createdAt: at(ms) });

describe('comments on an annotation', () => {
  it('are for reviewers and its annotator, and for no other annotator', () => {
    expect(mayDiscuss({ userId: 'rob', isReviewer: true }, annotation)).toBe(true);
    expect(mayDiscuss(ann, annotation)).toBe(true);
    expect(mayDiscuss({ userId: 'bob', isReviewer: false }, annotation)).toBe(false);
    expect(isThreadVisible({ userId: 'bob', isReviewer: false }, { ...annotation, state: 'returned' }, byReviewer(20))).toBe(false);
  });

  it('of a reviewer reach the annotator with the decision', () => {
    expect(isThreadVisible(ann, annotation, byReviewer(20))).toBe(false);
    for (const state of ['returned', 'accepted', 'settled', 'draft'] as const) {
      expect(isThreadVisible(ann, { ...annotation, state }, byReviewer(20))).toBe(true);
    }
  });

  it('from before the last submission, and one’s own, stay readable', () => {
    expect(isThreadVisible(ann, annotation, byReviewer(5))).toBe(true);
    expect(isThreadVisible(ann, annotation, { startedById: 'ann', createdAt: at(20) })).toBe(true);
  });

  it('are all there for other reviewers', () => {
    expect(isThreadVisible({ userId: 'eve', isReviewer: true }, annotation, byReviewer(20))).toBe(true);
  });
});
