import { aggregate, type DocumentCounts, type MicroFigure } from '@/lib/core/evaluation/aggregate';
import { scoreDocument, type UnscorableDocument } from '@/lib/core/evaluation/score-document';
import { scoringVersion } from '@/lib/core/scoring';
import { schemaInUse } from '@/lib/server/evaluation/checkpoints-to-compare';
import { goldHashOf } from '@/lib/server/evaluation/gold-hash';
import { loadGold, type GoldDocument } from '@/lib/server/evaluation/load-gold';
import { loadWords } from '@/lib/server/evaluation/load-words';
import type { RunnableCheckpoint } from '@/lib/server/repositories/checkpoint';
import { hasEvaluation, insertEvaluation } from '@/lib/server/repositories/evaluation';
import { findNextInQueue, findPredicted, findPredictions, insertPrediction } from '@/lib/server/repositories/prediction';
import type { Predict } from '../engines/engine';

/** Pre-labels ready ahead of the annotators. */
const queueAhead = 20;
const batchSize = 20;

/** Called between documents: gives others a turn, and may throw to stop. */
type Pause = () => Promise<void>;

/** Predicts what the checkpoint has not predicted yet; predictions that are there stay. */
async function predictMissing(
  checkpointId: string,
  documentIds: readonly string[],
  predict: Predict,
  pause: Pause,
): Promise<void> {
  const predicted = await findPredicted(checkpointId, documentIds);
  const missing = documentIds.filter((id) => !predicted.has(id));
  for (let start = 0; start < missing.length; start += batchSize) {
    const batch = missing.slice(start, start + batchSize);
    for (const [id, pages] of await loadWords(batch)) {
      await insertPrediction(checkpointId, id, predict({ id, pages }));
      await pause();
    }
  }
}

interface Scores {
  readonly scored: readonly DocumentCounts[];
  readonly unscorable: readonly UnscorableDocument[];
}

async function scoreAll(
  checkpoint: RunnableCheckpoint,
  documents: readonly GoldDocument[],
  pause: Pause,
): Promise<Scores> {
  const { schema } = schemaInUse(checkpoint.schemaVersion);
  const predictions = await findPredictions(checkpoint.id, documents.map(({ id }) => id));
  const records = new Map(predictions.map(({ documentId, record }) => [documentId, record]));
  const scored: DocumentCounts[] = [];
  const unscorable: UnscorableDocument[] = [];
  for (const { id, gold } of documents) {
    const score = scoreDocument(id, gold, records.get(id) ?? {}, schema);
    if (score.kind === 'scored') scored.push(score.counts);
    else unscorable.push({ documentId: id, reason: score.reason });
    await pause();
  }
  return { scored, unscorable };
}

export interface SplitFigure {
  readonly micro: MicroFigure;
  readonly documents: number;
}

/**
 * Predicts and scores a split, once for the gold as it is.
 * @returns null where there is nothing to score or it was scored before.
 */
export async function evaluateSplit(
  checkpoint: RunnableCheckpoint,
  split: 'validation' | 'test',
  predict: Predict,
  pause: Pause,
): Promise<SplitFigure | null> {
  const version = schemaInUse(checkpoint.schemaVersion);
  const { documents, leftOut } = await loadGold(checkpoint.projectId, [split], version);
  const key = { checkpointId: checkpoint.id, split, scoringVersion, goldHash: goldHashOf(version, documents) };
  if (documents.length === 0 || (await hasEvaluation(key))) return null;
  await predictMissing(checkpoint.id, documents.map(({ id }) => id), predict, pause);
  const { scored, unscorable } = await scoreAll(checkpoint, documents, pause);
  const { micro, fields } = aggregate(scored);
  if (!micro) return null;
  await insertEvaluation({ ...key, micro, fields, documents: scored, unscorable: [...unscorable, ...leftOut] });
  return { micro, documents: scored.length };
}

/** Pre-labels for the next documents that people will see; annotations are not touched. */
export async function predictQueue(checkpoint: RunnableCheckpoint, predict: Predict, pause: Pause): Promise<void> {
  const next = await findNextInQueue(checkpoint.projectId, queueAhead);
  await predictMissing(checkpoint.id, next, predict, pause);
}
