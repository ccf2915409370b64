import { UnrecoverableError } from 'bullmq';
import { isAppError } from '@/lib/core/errors/app-error';
import { log } from '@/lib/server/logging/log';
import { findCheckpointForRun, type RunnableCheckpoint, setProblem } from '@/lib/server/repositories/checkpoint';
import type { Predictor } from '../engines/engine';
import { evaluateCheckpoint } from './evaluate-checkpoint';

/**
 * Scores a checkpoint on what it has not been scored on and pre-labels the next
 * documents. All it writes is insert-if-absent: delivered twice it does nothing.
 * That its files are broken stands in its row, so that the sweep rings no more.
 */
export async function evaluateWith(
  open: (checkpoint: RunnableCheckpoint) => Predictor | Promise<Predictor>,
  checkpointId: string,
  signal: AbortSignal,
): Promise<void> {
  const checkpoint = await findCheckpointForRun(checkpointId);
  if (!checkpoint) return;
  const pause = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  };
  try {
    const predict = await open(checkpoint);
    if (checkpoint.problem !== null) await setProblem(checkpointId, null);
    await evaluateCheckpoint(checkpoint, predict, pause);
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === 'broken-file') await setProblem(checkpointId, error.message);
    log().error({ checkpointId, code: error.code }, error.message);
    throw new UnrecoverableError(error.message);
  }
}
