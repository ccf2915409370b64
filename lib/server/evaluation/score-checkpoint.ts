import type { DocumentScores } from '@/lib/core/evaluation/document-scores';
import { scoreDocument, type UnscorableDocument } from '@/lib/core/evaluation/score-document';
import type { Observation } from '@/lib/core/metrics/calibration';
import { findPredictions } from '../repositories/prediction';
import type { GoldDocument, SchemaInUse } from './load-gold';

export interface CheckpointScores {
  readonly scored: readonly DocumentScores[];
  readonly unscorable: readonly UnscorableDocument[];
  /** For calibration, of all documents in their order. */
  readonly observations: readonly Observation[];
  /** Documents that the checkpoint has no stored prediction for; they are in no figure. */
  readonly unpredicted: readonly string[];
}

/**
 * Scores the stored predictions of a checkpoint against gold.
 * @param pause called between documents: gives others a turn, and may throw to stop
 */
export async function scoreCheckpoint(
  checkpointId: string,
  documents: readonly GoldDocument[],
  { schema }: SchemaInUse,
  pause: () => Promise<void>,
): Promise<CheckpointScores> {
  const predictions = await findPredictions(checkpointId, documents.map(({ id }) => id));
  const byDocument = new Map(predictions.map((prediction) => [prediction.documentId, prediction]));
  const scored: DocumentScores[] = [];
  const unscorable: UnscorableDocument[] = [];
  const observations: Observation[] = [];
  const unpredicted: string[] = [];
  for (const { id, gold } of documents) {
    const prediction = byDocument.get(id);
    if (!prediction) {
      unpredicted.push(id);
      continue;
    }
    const score = scoreDocument(id, gold, prediction, schema);
    if (score.kind === 'scored') {
      scored.push(score.scores);
      observations.push(...score.observations);
    } else unscorable.push({ documentId: id, reason: score.reason });
    await pause();
  }
  return { scored, unscorable, observations, unpredicted };
}
