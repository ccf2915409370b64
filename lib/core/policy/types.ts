import type { PageWords } from '../geometry/word';
import type { Evidence } from '../record/evidence';
import type { JsonObject } from '../record/json';

/** What the policy reads: the words of the pages, nothing else. */
export interface PolicyDocument {
  readonly id: string;
  readonly pages: readonly PageWords[];
}

export interface LabelledDocument extends PolicyDocument {
  readonly gold: JsonObject;
  /** Where people said the values stand; sharpens the warm start where present. */
  readonly evidence?: Evidence;
}

export interface PolicyPrediction {
  readonly record: JsonObject;
  readonly evidence: Evidence;
  /** Leaf (JSON Pointer) → probability of the chosen span, 0–1. */
  readonly confidence: Readonly<Record<string, number>>;
}
