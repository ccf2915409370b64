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

/** Predicts and scores a held-out split or transfer suite, once for the gold as it is. */
async function evaluateHeldOut(
  checkpoint: RunnableCheckpoint,
  { split, suite }: HeldOut,
  predict: Predict,
  pause: Pause,
): Promise<void> {
  const version = schemaInUse(checkpoint.schemaVersion);
  const { documents, leftOut } = await loadHeldOutGold(checkpoint.projectId, { split, suite }, version);
  const key = { checkpointId: checkpoint.id, split, suite, scoringVersion, goldHash: goldHashOf(version, documents) };
  if (documents.length === 0 || (await hasEvaluation(key))) return;
  await predictMissing(checkpoint.id, documents.map(({ id }) => id), predict, pause);
  const { scored, unscorable, observations } = await scoreCheckpoint(checkpoint.id, documents, version, pause);
  const figures = summariseEvaluation(scored, observations);
  if (figures) await insertEvaluation({ ...key, ...figures, documents: scored, unscorable: [...unscorable, ...leftOut] });
}

/** Evaluates on every held-out split and transfer suite that the project has. */
export async function evaluateEverywhere(checkpoint: RunnableCheckpoint, predict: Predict, pause: Pause): Promise<void> {
  for (const heldOut of await findHeldOut(checkpoint.projectId)) await evaluateHeldOut(checkpoint, heldOut, predict, pause);
}

/** Pre-labels for the next documents that people will see; annotations are not touched. */
export async function predictQueue(checkpoint: RunnableCheckpoint, predict: Predict, pause: Pause): Promise<void> {
  const next = await findNextInQueue(checkpoint.projectId, queueAhead);
  await predictMissing(checkpoint.id, next, predict, pause);
}
