import type { AnnotationState } from '@/lib/core/annotation/contract';
import type { Lease, QueueAnnotation, QueueDocument } from '@/lib/core/assignment/seats';

/** A moment, in milliseconds after the scene begins. */
export const at = (ms: number): Date => new Date(1_700_000_000_000 + ms);

export const queued = (documentId: string, rest: Partial<QueueDocument> = {}): QueueDocument => ({
  documentId, position: 0, skippedReason: null, hasGold: false, leases: [], annotations: [], ...rest,
});

/** A place held until `ms` after the scene begins. */
export const leased = (userId: string, ms: number): Lease => ({ userId, hasSeat: true, until: at(ms) });

export const draft = (annotatorId: string, revision = 1): QueueAnnotation => ({ annotatorId, state: 'draft', revision });

export const done = (annotatorId: string, state: Exclude<AnnotationState, 'draft'>): QueueAnnotation => ({ annotatorId, state, revision: 3 });
