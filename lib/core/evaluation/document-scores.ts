import type { Reliability } from '../metrics/calibration';
import type { VerdictCounts } from '../metrics/typed-errors-counts';
import type { Interval } from '../scoring';
import type { DocumentCounts } from './aggregate';

/** What is known of a scored document beside its counts. */
export interface DocumentMetrics {
  /** All leaves right and none invented. */
  readonly exact: boolean;
  /** 0–1. */
  readonly anlsStar: number;
  /** 0–1. */
  readonly ntedAccuracy: number;
  /** Leaves by type of error and severity. */
  readonly leaves: VerdictCounts;
}

/** A document's row in an evaluation; null metrics are those of scoring versions that had none. */
export interface DocumentScores extends DocumentCounts {
  readonly metrics: DocumentMetrics | null;
}

/** A mean over documents with its 95 % interval, 0–1. */
export interface MeanFigure extends Interval {
  readonly mean: number;
}

/** Figures of an evaluation beside F1. */
export interface EvaluationMetrics {
  /** Share of documents without any error. */
  readonly exact: MeanFigure;
  readonly anlsStar: MeanFigure;
  readonly ntedAccuracy: MeanFigure;
  readonly leaves: VerdictCounts;
  /** Of all predicted leaves that have a confidence. */
  readonly calibration: Reliability;
}
