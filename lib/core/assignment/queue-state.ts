import type { AnnotationState, QueueState } from '../annotation/contract';
import { toldOfHoneypot } from './hand-in';
import { hasSeatFor, isHandedIn, isLive, type QueueDocument } from './seats';

/** How an annotator's own work is called in their queue. */
const ownStates: Readonly<Record<Exclude<AnnotationState, 'draft'>, QueueState>> = {
  submitted: 'submitted',
  returned: 'returned',
  accepted: 'accepted',
  settled: 'accepted',
};

/**
 * The state of a document in one person's queue. Own work comes first: that
 * somebody else is at it too is no reason to call it theirs.
 */
export function queueStateFor(document: QueueDocument, userId: string, wanted: number, now: Date): QueueState {
  const own = document.annotations.find(({ annotatorId }) => annotatorId === userId);
  if (own && own.state !== 'draft') return ownStates[own.state];
  if (document.hasGold) return 'accepted';
  if (document.skippedReason !== null) return 'skipped';
  if (own && own.revision > 0) return 'draft';
  if (hasSeatFor(document, userId, wanted, now)) return 'waiting';
  const isSomebodyAt = document.leases.some((lease) => lease.userId !== userId && lease.hasSeat && isLive(lease, now));
  return isSomebodyAt || !document.annotations.some(isHandedIn) ? 'elsewhere' : 'submitted';
}

interface HoneypotWork {
  readonly skippedReason: string | null;
  readonly annotation: { readonly state: AnnotationState; readonly revision: number } | null;
}

/**
 * The state of a honeypot in its annotator's queue: what any other document
 * would say at this point.
 * @param isReviewed whether the project reviews what is submitted
 */
export function honeypotState({ skippedReason, annotation }: HoneypotWork, isReviewed: boolean, wanted: number): QueueState {
  const told = annotation ? toldOfHoneypot(annotation.state, isReviewed, wanted) : 'draft';
  if (told !== 'draft') return ownStates[told];
  if (skippedReason !== null) return 'skipped';
  return annotation && annotation.revision > 0 ? 'draft' : 'waiting';
}
