import { anlsStar } from '../metrics/anls-star';
import type { Observation } from '../metrics/calibration';
import { observationsOf } from '../metrics/calibration-observations';
import { ntedAccuracy } from '../metrics/nted';
import { typedErrors } from '../metrics/typed-errors';
import { countVerdicts } from '../metrics/typed-errors-counts';
import type { JsonObject } from '../record/json';
import type { RecordSchema } from '../schema/types';
import { scoreRecordByField } from '../scoring';
import type { DocumentScores } from './document-scores';

/** A document that has no score, and why: listed beside the figure, never a 0 in it. */
export interface UnscorableDocument {
  readonly documentId: string;
  readonly reason: string;
}

export interface PredictedRecord {
  readonly record: JsonObject;
  /** Leaf pointer → probability, 0–1; may lack leaves. */
  readonly confidence: Readonly<Record<string, number>>;
}

export type DocumentScore =
  | {
      readonly kind: 'scored';
      readonly scores: DocumentScores;
      /** For calibration: predicted leaves that have a confidence. */
      readonly observations: readonly Observation[];
    }
  | ({ readonly kind: 'unscorable' } & UnscorableDocument);

/** One prediction against gold, under the schema of the checkpoint: everything that an evaluation keeps of it. */
export function scoreDocument(
  documentId: string,
  gold: JsonObject,
  prediction: PredictedRecord,
  schema: RecordSchema,
): DocumentScore {
  const sides = { gold, prediction: prediction.record, schema };
  const score = scoreRecordByField(sides);
  if (score.kind === 'unscorable') return { kind: 'unscorable', documentId, reason: score.reason };
  const typed = typedErrors(sides);
  if (typed.kind === 'unscorable') return { kind: 'unscorable', documentId, reason: typed.reason };
  const { matched, predicted, gold: goldLeaves, fields } = score;
  return {
    kind: 'scored',
    scores: {
      documentId,
      matched,
      predicted,
      gold: goldLeaves,
      fields,
      metrics: {
        exact: matched === goldLeaves && matched === predicted,
        anlsStar: anlsStar(gold, prediction.record),
        ntedAccuracy: ntedAccuracy(gold, prediction.record),
        leaves: countVerdicts(typed.leaves),
      },
    },
    observations: observationsOf(typed.leaves, prediction.confidence).observations,
  };
}
