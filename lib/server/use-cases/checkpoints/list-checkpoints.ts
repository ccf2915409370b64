import { z } from 'zod';
import { scoringVersion } from '@/lib/core/scoring';
import { describeCheckpoint } from '../../evaluation/describe-checkpoint';
import { microFigureSchema } from '../../evaluation/stored-figures';
import { findCheckpoints, findPromotedCheckpointId } from '../../repositories/checkpoint';
import { findLatestEvaluations } from '../../repositories/evaluation';
import { defineUseCase } from '../define-use-case';

/** Checkpoints of a project, newest first, with their newest figure on each split and suite under the scoring in use. */
export const listCheckpoints = defineUseCase({
  name: 'list-checkpoints',
  access: { kind: 'project', permission: 'rounds.view' },
  input: z.object({ projectId: z.string(), roundId: z.string().optional() }),
  run: async (_actor, { projectId, roundId }) => {
    const [rows, promotedId, evaluations] = await Promise.all([
      findCheckpoints(projectId),
      findPromotedCheckpointId(projectId),
      findLatestEvaluations(projectId, scoringVersion),
    ]);
    const figuresOf = (checkpointId: string) =>
      evaluations
        .filter((evaluation) => evaluation.checkpointId === checkpointId)
        .map(({ split, suite, micro, documentCount }) => ({ split, suite, documents: documentCount, micro: microFigureSchema.parse(micro) }));
    return rows
      .filter((row) => roundId === undefined || row.roundId === roundId)
      .map((row) => ({ ...describeCheckpoint(row, promotedId), figures: figuresOf(row.id) }));
  },
});

export type CheckpointList = Awaited<ReturnType<typeof listCheckpoints>>;
