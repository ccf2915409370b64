import { reliability, type Observation } from '../metrics/calibration';
import { addVerdicts, noVerdicts } from '../metrics/typed-errors-counts';
import { aggregate, type Aggregate, type MicroFigure } from './aggregate';
import type { DocumentMetrics, DocumentScores, EvaluationMetrics } from './document-scores';
import { meanFigure } from './mean-figure';

export interface EvaluationFigures {
  readonly micro: MicroFigure;
  readonly fields: Aggregate['fields'];
  readonly metrics: EvaluationMetrics;
}

type Measured = DocumentScores & { readonly metrics: DocumentMetrics };

/**
 * The figures of an evaluation from all that was scored; the order of the
 * documents changes nothing. Null without documents: no figure is better than
 * one out of nothing.
 */
export function summariseEvaluation(
  scored: readonly DocumentScores[],
  observations: readonly Observation[],
): EvaluationFigures | null {
  const { micro, fields } = aggregate(scored);
  const measured = scored.filter((document): document is Measured => document.metrics !== null);
  if (!micro || measured.length === 0) return null;
  const mean = (valueOf: (metrics: DocumentMetrics) => number) =>
    meanFigure(measured.map(({ documentId, metrics }) => ({ documentId, value: valueOf(metrics) })));
  return {
    micro,
    fields,
    metrics: {
      exact: mean(({ exact }) => (exact ? 1 : 0)),
      anlsStar: mean((metrics) => metrics.anlsStar),
      ntedAccuracy: mean((metrics) => metrics.ntedAccuracy),
      leaves: measured.reduce((sum, { metrics }) => addVerdicts(sum, metrics.leaves), noVerdicts),
      calibration: reliability(observations),
    },
  };
}
