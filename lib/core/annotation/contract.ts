import type { PageShape, Word } from '../geometry/word';
import type { Evidence } from '../record/evidence';
import type { JsonObject } from '../record/json';
import type { RecordSchema } from '../schema/types';
import type { AnnotationContent } from './content';
import type { ContentChange } from './content-changes';
import type { SuggestingModel } from './suggesting-model';

/** What web and screen say to each other about annotations: types alone. */
/** `settled`: reviewed, and the document's gold is another annotation. */
export type AnnotationState = 'draft' | 'submitted' | 'accepted' | 'returned' | 'settled';
export type AnnotationOrigin = 'person' | 'simulated' | 'imported';

/** Submitted work is locked; a returned annotation can be worked on again. */
export const isEditable = (state: AnnotationState): boolean => state === 'draft' || state === 'returned';

/** What a model thinks stands here; a label only by a person's act. */
export interface Suggestions {
  readonly model: SuggestingModel;
  readonly record: JsonObject;
  readonly evidence: Evidence;
  /** Leaf pointer → probability, 0–1. */
  readonly confidence: Readonly<Record<string, number>>;
}

export interface AnnotationHead {
  readonly id: string;
  readonly state: AnnotationState;
  readonly origin: AnnotationOrigin;
  readonly revision: number;
  readonly annotatorName: string;
  readonly isMine: boolean;
  readonly returnNote: string | null;
  readonly submittedAt: string | null;
}

export interface AnnotationView {
  readonly document: { readonly id: string; readonly name: string; readonly kind: string | null; readonly readState: string };
  readonly pages: readonly PageShape[];
  /** Of the first page; those of others are asked for when they are looked at. */
  readonly firstWords: readonly Word[];
  readonly annotation: AnnotationHead;
  readonly content: AnnotationContent;
  readonly schema: RecordSchema;
  readonly schemaVersion: { readonly id: string; readonly number: number; readonly newestNumber: number };
  readonly suggestions: Suggestions | null;
  /** Whoever holds the lease, where that is somebody else. */
  readonly leasedTo: string | null;
  readonly skippedReason: string | null;
  /** Place in the queue from 1; null where the document is not in it. */
  readonly place: { readonly position: number; readonly total: number; readonly previousId: string | null; readonly nextId: string | null } | null;
}

/** What a stale write is told in the details of its conflict. */
export interface ConflictDetails {
  readonly revision: number;
  readonly content: AnnotationContent;
  readonly schemaVersionId: string;
  /** Ids of the operations sent that are stored already. */
  readonly taken: readonly string[];
}

export const queueStates = ['waiting', 'draft', 'elsewhere', 'returned', 'submitted', 'accepted', 'skipped'] as const;
export type QueueState = (typeof queueStates)[number];

export interface QueueEntry {
  readonly documentId: string;
  readonly name: string;
  readonly kind: string | null;
  readonly pageCount: number;
  readonly position: number;
  readonly state: QueueState;
  readonly isMine: boolean;
  readonly isSimulated: boolean;
  readonly annotatorName: string | null;
  readonly skippedReason: string | null;
  readonly skippedByName: string | null;
  /** How many people label the document apart from each other. */
  readonly wanted: number;
  /** Who else is at it right now. */
  readonly presentNames: readonly string[];
}

export interface QueueView {
  readonly entries: readonly QueueEntry[];
  readonly counts: Readonly<Record<QueueState, number>>;
}

/** Something that the person handed in. */
export interface SubmissionEntry {
  readonly documentId: string;
  readonly name: string;
  readonly kind: string | null;
  readonly state: Exclude<AnnotationState, 'draft'>;
  readonly submittedAt: string | null;
  readonly returnNote: string | null;
  /** Nobody has reviewed it yet: it can be taken back. */
  readonly canReopen: boolean;
}

/** What the server answers a screen that says it is still there. */
export interface PresenceView {
  /** The person holds one of the document's places; otherwise they look on. */
  readonly hasSeat: boolean;
  readonly others: readonly { readonly name: string; readonly hasSeat: boolean }[];
}

/** A document in review with what annotators handed in for it, first submission first. */
export interface ReviewEntry {
  readonly documentId: string;
  readonly documentName: string;
  readonly kind: string | null;
  readonly annotations: readonly ReviewedAnnotation[];
  /** How many people are to label it. */
  readonly wanted: number;
  readonly openThreads: number;
}

export interface ReviewedAnnotation {
  readonly annotationId: string;
  readonly annotatorName: string;
  readonly origin: AnnotationOrigin;
  readonly state: AnnotationState;
  readonly isAdjudicated: boolean;
  readonly submittedAt: string | null;
}

/** A save as the history tells it. */
export interface RevisionEntry {
  readonly revision: number;
  readonly savedBy: string;
  readonly createdAt: string;
  /** The first of what it changed. */
  readonly changes: readonly ContentChange[];
  /** How many there are. */
  readonly changeCount: number;
}
