import { AppError } from '@/lib/core/errors/app-error';
import { recheck, type Recheck } from '@/lib/core/evaluation/recheck';
import { summariseEvaluation } from '@/lib/core/evaluation/summarise-evaluation';
import { heldOutSplits, type HeldOut } from '@/lib/core/evaluation/held-out';
import { scoringVersion } from '@/lib/core/scoring';
import { findDocumentScores, type EvaluationRow } from '../repositories/evaluation';
import { schemaInUse, type ComparedCheckpointRow } from './checkpoints-to-compare';
import { goldHashOf } from './gold-hash';
import { loadHeldOutGold } from './load-gold';
import { scoreCheckpoint } from './score-checkpoint';
import { fieldCountsSchema, metricsSchema, microFigureSchema } from './stored-figures';

export interface CheckedEvaluation extends Recheck {
  /** Gold, or the documents of the split, are not those that it was scored against. */
  readonly goldChanged: boolean;
  /** Rows that went with documents that were deleted. */
  readonly lostRows: number;
}

const takeTurns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Computes an evaluation again from the stored predictions and gold as it is,
 * and compares. Nothing is written.
 * @throws AppError `not-ready` for an evaluation under another scoring version
 */
export async function recheckEvaluation(
  projectId: string,
  checkpoint: ComparedCheckpointRow,
  evaluation: EvaluationRow,
): Promise<CheckedEvaluation> {
  const split = heldOutSplits.find((name) => name === evaluation.split);
  const metrics = metricsSchema.parse(evaluation.metrics);
  if (evaluation.scoringVersion !== scoringVersion || !metrics || !split) {
    throw new AppError(
      'not-ready',
      `It was scored by ${evaluation.scoringVersion}, and this workbench scores by ${scoringVersion}. It stays as it is; evaluate again for a figure that can be compared.`,
    );
  }
  const heldOut: HeldOut = { split, suite: evaluation.suite };
  const version = schemaInUse(checkpoint.schemaVersion);
  const [{ documents: gold }, documents] = await Promise.all([
    loadHeldOutGold(projectId, heldOut, version),
    findDocumentScores(evaluation.id),
  ]);
  const { scored, observations, unpredicted } = await scoreCheckpoint(checkpoint.id, gold, version, takeTurns);
  const figures = summariseEvaluation(scored, observations);
  const stored = {
    micro: microFigureSchema.parse(evaluation.micro),
    fields: fieldCountsSchema.parse(evaluation.fields),
    metrics,
    documents,
  };
  return {
    ...recheck(stored, figures && { ...figures, documents: scored }, unpredicted),
    goldChanged: evaluation.goldHash !== goldHashOf(version, gold),
    lostRows: evaluation.documentCount - documents.length,
  };
}
