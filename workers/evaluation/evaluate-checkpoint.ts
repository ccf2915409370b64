import type { HeldOut } from '@/lib/core/evaluation/held-out';
import { summariseEvaluation } from '@/lib/core/evaluation/summarise-evaluation';
import { scoringVersion } from '@/lib/core/scoring';
import { schemaInUse } from '@/lib/server/evaluation/checkpoints-to-compare';
import { goldHashOf } from '@/lib/server/evaluation/gold-hash';
import { loadHeldOutGold } from '@/lib/server/evaluation/load-gold';
import { loadWords } from '@/lib/server/evaluation/load-words';
import { scoreCheckpoint } from '@/lib/server/evaluation/score-checkpoint';
import type { RunnableCheckpoint } from '@/lib/server/repositories/checkpoint';
import { hasEvaluation, insertEvaluation } from '@/lib/server/repositories/evaluation';
import { findHeldOut } from '@/lib/server/repositories/held-out';
import { findNextInQueue, findPredicted, insertPrediction } from '@/lib/server/repositories/prediction';
import type { Predictor } from '../engines/engine';

/** Pre-labels ready ahead of the annotators. */
const queueAhead = 20;

/** Called between documents: gives others a turn, and may throw to stop. */
type Pause = () => Promise<void>;

/** Predicts what the checkpoint has not predicted yet; predictions that are there stay. */
export async function predictMissing(
  checkpointId: string,
  documentIds: readonly string[],
  predictor: Predictor,
  pause: Pause,
): Promise<void> {
  const predicted = await findPredicted(checkpointId, documentIds);
  const missing = [...new Set(documentIds)].filter((id) => !predicted.has(id));
  for (let start = 0; start < missing.length; start += predictor.batchSize) {
    const words = await loadWords(missing.slice(start, start + predictor.batchSize));
    const documents = [...words].map(([id, pages]) => ({ id, pages }));
    for await (const { id, prediction } of predictor.predict(documents, pause)) {
      await insertPrediction(checkpointId, id, prediction);
      await pause();
    }
  }
}

/** Pre-labels for the next documents that people will see; annotations are not touched. */
export async function predictQueue(checkpoint: RunnableCheckpoint, predictor: Predictor, pause: Pause): Promise<void> {
  await predictMissing(checkpoint.id, await findNextInQueue(checkpoint.projectId, queueAhead), predictor, pause);
}

/** A held-out split or transfer suite that was not scored with the gold as it is. */
async function findDue(checkpoint: RunnableCheckpoint, { split, suite }: HeldOut) {
  const version = schemaInUse(checkpoint.schemaVersion);
  const { documents, leftOut } = await loadHeldOutGold(checkpoint.projectId, { split, suite }, version);
  const key = { checkpointId: checkpoint.id, split, suite, scoringVersion, goldHash: goldHashOf(version, documents) };
  return documents.length === 0 || (await hasEvaluation(key)) ? [] : [{ key, documents, leftOut }];
}

/**
 * Pre-labels the next documents that people will see (annotations are not
 * touched), then predicts and scores every held-out split and transfer suite of
 * the project, once for the gold as it is.
 */
export async function evaluateCheckpoint(checkpoint: RunnableCheckpoint, predictor: Predictor, pause: Pause): Promise<void> {
  const due = (await Promise.all((await findHeldOut(checkpoint.projectId)).map((heldOut) => findDue(checkpoint, heldOut)))).flat();
  const next = await findNextInQueue(checkpoint.projectId, queueAhead);
  // All at once: some predictors take minutes to start.
  await predictMissing(checkpoint.id, [...next, ...due.flatMap(({ documents }) => documents.map(({ id }) => id))], predictor, pause);
  const version = schemaInUse(checkpoint.schemaVersion);
  for (const { key, documents, leftOut } of due) {
    const { scored, unscorable, observations } = await scoreCheckpoint(checkpoint.id, documents, version, pause);
    const figures = summariseEvaluation(scored, observations);
    if (figures) await insertEvaluation({ ...key, ...figures, documents: scored, unscorable: [...unscorable, ...leftOut] });
  }
}
