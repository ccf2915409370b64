import { microFigureSchema } from '@/lib/server/evaluation/stored-figures';
import { findCheckpointForRun, type RunnableCheckpoint } from '@/lib/server/repositories/checkpoint';
import { findLatestEvaluations } from '@/lib/server/repositories/evaluation';
import type { CheckpointRole } from '@/lib/core/round/manifest';
import type { RoundSummary, SummaryFigure } from '@/lib/core/round/summary';
import { scoringVersion } from '@/lib/core/scoring';
import type { Predictor } from '../engines/engine';
import { loadPredictor } from '../engines/load-predictor';
import { evaluateCheckpoint } from '../evaluation/evaluate-checkpoint';
import type { Journal } from './journal';

export interface RegisteredCheckpoint {
  readonly id: string;
  readonly role: CheckpointRole;
}

/** Evaluates each checkpoint of a round on all held-out splits and suites, and pre-labels the queue with it. */
export async function evaluateCheckpoints(
  projectId: string,
  registered: readonly RegisteredCheckpoint[],
  journal: Journal,
  open: (checkpoint: RunnableCheckpoint) => Predictor | Promise<Predictor> = loadPredictor,
): Promise<RoundSummary['checkpoints']> {
  for (const { id } of registered) {
    const checkpoint = await findCheckpointForRun(id);
    if (!checkpoint) continue;
    await evaluateCheckpoint(checkpoint, await open(checkpoint), journal.breathe);
  }
  const evaluations = await findLatestEvaluations(projectId, scoringVersion, registered.map(({ id }) => id));
  const figureOf = (checkpointId: string, split: 'validation' | 'test'): SummaryFigure | null => {
    const found = evaluations.find((one) => one.checkpointId === checkpointId && one.split === split);
    if (!found) return null;
    const { f1, low, high } = microFigureSchema.parse(found.micro);
    return { f1, low, high, documents: found.documentCount };
  };
  return registered.map(({ id, role }) => ({
    checkpointId: id,
    role,
    validation: figureOf(id, 'validation'),
    test: figureOf(id, 'test'),
  }));
}
