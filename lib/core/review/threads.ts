import type { AnnotationState } from '../annotation/contract';
import type { PageBox } from '../geometry/box';

/** What a thread is about: a leaf, a page with or without a box, or (all null) the whole annotation. */
export interface ThreadPin {
  /** JSON Pointer into the annotation's record. */
  readonly pointer: string | null;
  /** Counts from 0. */
  readonly page: number | null;
  readonly box: PageBox | null;
}

export interface CommentView {
  readonly id: string;
  readonly authorName: string;
  readonly body: string;
  readonly createdAt: string;
}

export interface ThreadView extends ThreadPin {
  readonly id: string;
  readonly annotationId: string;
  readonly createdAt: string;
  readonly resolvedAt: string | null;
  readonly resolvedByName: string | null;
  readonly comments: readonly CommentView[];
}

interface Reader {
  readonly userId: string;
  readonly isReviewer: boolean;
}

interface Discussed {
  readonly annotatorId: string;
  readonly state: AnnotationState;
  readonly submittedAt: Date | null;
}

/** Reviewers and the annotator talk about an annotation, and nobody else. */
export const mayDiscuss = ({ userId, isReviewer }: Reader, { annotatorId }: Discussed): boolean => isReviewer || annotatorId === userId;

/**
 * Whether a thread can be read. To the annotator what a reviewer notes comes
 * with the decision: while the annotation is in review they see their own
 * threads and those from before they handed it in.
 */
export function isThreadVisible(
  reader: Reader,
  annotation: Discussed,
  thread: { readonly startedById: string; readonly createdAt: Date },
): boolean {
  if (reader.isReviewer) return true;
  if (annotation.annotatorId !== reader.userId) return false;
  const isInReview = annotation.state === 'submitted' && annotation.submittedAt !== null && thread.createdAt >= annotation.submittedAt;
  return thread.startedById === reader.userId || !isInReview;
}
