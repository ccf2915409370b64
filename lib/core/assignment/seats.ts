import type { AnnotationState } from '../annotation/contract';

/** Silence after which a lease ends, in milliseconds: a crashed browser frees its document. */
export const leaseMs = 10 * 60 * 1000;
/** How often an open screen says that it is there, in milliseconds. */
export const heartbeatMs = 30 * 1000;

export interface Lease {
  readonly userId: string;
  /** One of the document's places for annotators; looking on takes none. */
  readonly hasSeat: boolean;
  readonly until: Date;
}

export interface QueueAnnotation {
  readonly annotatorId: string;
  readonly state: AnnotationState;
  readonly revision: number;
}

/** A document of the queue with who is at it and who was. */
export interface QueueDocument {
  readonly documentId: string;
  readonly position: number;
  readonly skippedReason: string | null;
  readonly hasGold: boolean;
  readonly leases: readonly Lease[];
  readonly annotations: readonly QueueAnnotation[];
}

export const isLive = (lease: Lease, now: Date): boolean => lease.until > now;

/** Handed in once: the annotation counts, also while it is back for changes. */
export const isHandedIn = ({ state }: QueueAnnotation): boolean => state !== 'draft';

/** Others whose places are taken: at it right now, or handed in. A draft left behind takes none. */
function othersSeated(document: QueueDocument, userId: string, now: Date): ReadonlySet<string> {
  const present = document.leases.filter((lease) => lease.hasSeat && isLive(lease, now)).map((lease) => lease.userId);
  const done = document.annotations.filter(isHandedIn).map(({ annotatorId }) => annotatorId);
  return new Set([...present, ...done].filter((id) => id !== userId));
}

/** Whether one of the document's `wanted` places is free for the person. */
export const hasSeatFor = (document: QueueDocument, userId: string, wanted: number, now: Date): boolean =>
  !document.hasGold && othersSeated(document, userId, now).size < wanted;

/**
 * Whether the document may be handed to the person: not skipped, not gold, with
 * a place free, and never one that they have handed in.
 */
export function isOpenTo(document: QueueDocument, userId: string, wanted: number, now: Date): boolean {
  const own = document.annotations.find(({ annotatorId }) => annotatorId === userId);
  return document.skippedReason === null && !(own && isHandedIn(own)) && hasSeatFor(document, userId, wanted, now);
}
