import { isAppError } from '@/lib/core/errors/app-error';
import { log } from '@/lib/server/logging/log';
import { loadSuggesters } from '@/lib/server/prelabels/load-suggesters';
import { findCheckpointForRun, setProblem } from '@/lib/server/repositories/checkpoint';
import { findNextInQueue, findPredicted } from '@/lib/server/repositories/prediction';
import { loadPredictor } from '../engines/load-predictor';
import { predictQueue } from '../evaluation/evaluate-checkpoint';
import type { Pause } from './give-way';
import { predictMissing } from './predict-missing';

/** Suggestions ready ahead of the annotators. */
const queueAhead = 20;

/** Has a checkpoint of this worker's engine read the documents. @returns those that it has nothing to say of. */
async function readWith(checkpointId: string, documentIds: readonly string[], pause: Pause): Promise<readonly string[]> {
  const missing = async (): Promise<readonly string[]> => {
    const predicted = await findPredicted(checkpointId, documentIds);
    return documentIds.filter((id) => !predicted.has(id));
  };
  const left = await missing();
  if (left.length === 0) return left;
  const checkpoint = await findCheckpointForRun(checkpointId);
  if (checkpoint?.engine !== 'embedded' || checkpoint.problem !== null) return left;
  try {
    await predictQueue(checkpoint, await loadPredictor(checkpoint), pause);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'broken-file') throw error;
    await setProblem(checkpointId, error.message);
    log().error({ checkpointId, code: error.code }, error.message);
  }
  return missing();
}

/** Has the models that suggest read the next documents of the queue: the first of them, and the next what that one cannot. */
export async function predictAhead(projectId: string, pause: Pause): Promise<void> {
  const { order, preLabelModel } = await loadSuggesters(projectId);
  let left: readonly string[] = await findNextInQueue(projectId, queueAhead);
  for (const { kind, id } of order) {
    if (left.length === 0) return;
    if (kind === 'checkpoint') left = await readWith(id, left, pause);
    else if (preLabelModel) return predictMissing(preLabelModel, left, pause);
  }
}
