import type { AnnotationState } from '../annotation/contract';

interface Submission {
  /** Handed out with its gold known. */
  readonly isHoneypot: boolean;
  readonly hasGold: boolean;
  /** A reviewer accepts before anything is gold. */
  readonly isReviewed: boolean;
  /** How many people label the document. */
  readonly wanted: number;
}

/**
 * What becomes of an annotation that is handed in. Gold is never replaced by a
 * submission: what comes after it is kept and counts for agreement only.
 */
export function stateAfterHandIn({ isHoneypot, hasGold, isReviewed, wanted }: Submission): Extract<AnnotationState, 'submitted' | 'accepted' | 'settled'> {
  if (isHoneypot) return 'submitted';
  if (hasGold) return 'settled';
  return isReviewed || wanted > 1 ? 'submitted' : 'accepted';
}

/**
 * What an annotator is told of their own honeypot: what they would be told of
 * any other document that they handed in.
 */
export const toldOfHoneypot = (state: AnnotationState, isReviewed: boolean, wanted: number): AnnotationState =>
  state === 'submitted' ? stateAfterHandIn({ isHoneypot: false, hasGold: false, isReviewed, wanted }) : state;
