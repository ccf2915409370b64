import type { AnnotationState } from '../annotation/contract';

export const reviewStates = ['submitted', 'waiting', 'returned', 'accepted'] as const;
/**
 * Where a document stands in review: `submitted`, a reviewer can decide;
 * `waiting`, somebody else is to label it first; `returned`, an annotator has
 * it back; `accepted`, it is gold.
 */
export type ReviewState = (typeof reviewStates)[number];

interface Reviewable {
  readonly hasGold: boolean;
  /** States of what annotators handed in. */
  readonly handedIn: readonly Exclude<AnnotationState, 'draft'>[];
  /** How many people are to label it. */
  readonly wanted: number;
}

/** Null where nothing was handed in: there is nothing to review. */
export function reviewStateOf({ hasGold, handedIn, wanted }: Reviewable): ReviewState | null {
  if (hasGold) return 'accepted';
  if (handedIn.length === 0) return null;
  if (handedIn.includes('returned')) return 'returned';
  return handedIn.length < wanted ? 'waiting' : 'submitted';
}
