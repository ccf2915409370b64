import { UnrecoverableError } from 'bullmq';
import { isAppError } from '@/lib/core/errors/app-error';
import { log } from '@/lib/server/logging/log';
import { findCheckpointForRun } from '@/lib/server/repositories/checkpoint';
import { loadPredictor } from '../engines/load-predictor';
import { evaluateCheckpoint } from '../evaluation/evaluate-checkpoint';
import type { Handler } from '../handler';

/**
 * Scores a checkpoint on what it has not been scored on and pre-labels the next
 * documents. All it writes is insert-if-absent: delivered twice it does nothing.
 */
export const handle: Handler<'evaluate-checkpoint'> = async ({ checkpointId }, { signal }) => {
  const checkpoint = await findCheckpointForRun(checkpointId);
  if (!checkpoint) return;
  const pause = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  };
  try {
    await evaluateCheckpoint(checkpoint, await loadPredictor(checkpoint), pause);
  } catch (error) {
    if (!isAppError(error)) throw error;
    log().error({ checkpointId, code: error.code }, error.message);
    throw new UnrecoverableError(error.message);
  }
};
