import { z } from 'zod';
import { scoringVersion } from '@/lib/core/scoring';
import { metricsSchema, microFigureSchema, unscorableSchema } from '../../evaluation/stored-figures';
import { findEvaluations } from '../../repositories/evaluation';
import { defineUseCase } from '../define-use-case';
import { checkpointIdsSchema } from './compare-input';

/** Every evaluation of some checkpoints, of whatever scoring version and gold, newest first. */
export const listEvaluations = defineUseCase({
  name: 'list-evaluations',
  access: { kind: 'project', permission: 'rounds.view' },
  input: z.object({ projectId: z.string(), ids: checkpointIdsSchema }),
  run: async (_actor, { projectId, ids }) => {
    const rows = await findEvaluations(projectId, ids);
    return rows.map((row) => ({
      id: row.id,
      checkpointId: row.checkpointId,
      split: row.split,
      suite: row.suite,
      scoringVersion: row.scoringVersion,
      goldHash: row.goldHash,
      documents: row.documentCount,
      createdAt: row.createdAt.toISOString(),
      micro: microFigureSchema.parse(row.micro),
      metrics: metricsSchema.parse(row.metrics),
      unscorable: unscorableSchema.parse(row.unscorable).length,
      /** Only those under the scoring in use can be computed again. */
      isCheckable: row.scoringVersion === scoringVersion,
    }));
  },
});

export type EvaluationList = Awaited<ReturnType<typeof listEvaluations>>;
