import type { AnnotationContent } from '../annotation/content';
import type { AnnotationOrigin, AnnotationState } from '../annotation/contract';
import type { PageShape } from '../geometry/word';
import type { FieldAgreement } from '../metrics/agreement';
import type { RecordSchema } from '../schema/types';

/** One annotator's work as a reviewer sees it beside another's. */
export interface ReviewSide {
  readonly annotationId: string;
  readonly annotatorName: string;
  readonly origin: AnnotationOrigin;
  readonly state: AnnotationState;
  readonly revision: number;
  readonly submittedAt: string | null;
  readonly returnNote: string | null;
  /** Under the schema version of the view. */
  readonly content: AnnotationContent;
}

export interface AdjudicationView {
  readonly document: { readonly id: string; readonly name: string; readonly kind: string | null };
  readonly pages: readonly PageShape[];
  readonly schema: RecordSchema;
  /** In the order in which they began. */
  readonly sides: readonly ReviewSide[];
  /** The accepted annotation; null where nothing is decided yet. */
  readonly goldAnnotationId: string | null;
  /** Why this reviewer cannot settle it themselves; null where they can. */
  readonly refusal: string | null;
}

/** Equal leaves between two records or sets of them, by the scorer: symmetric, 0–1. */
export interface LeafAgreement {
  readonly documents: number;
  readonly f1: number;
  /** 95 %, over documents. */
  readonly low: number;
  readonly high: number;
}

export interface PairAgreement extends LeafAgreement {
  readonly annotatorIds: readonly [string, string];
  readonly names: readonly [string, string];
}

export interface AnnotatorAgreement {
  readonly annotatorId: string;
  readonly name: string;
  readonly handedIn: number;
  /** With gold, of documents that have been reviewed; null where none has. */
  readonly withGold: LeafAgreement | null;
}

export interface AgreementView {
  /** Documents that two people or more have labelled, of those the filter names. */
  readonly documents: number;
  readonly fields: readonly FieldAgreement[];
  readonly pairs: readonly PairAgreement[];
  readonly annotators: readonly AnnotatorAgreement[];
  /** Records that could not be compared. */
  readonly leftOut: number;
}
