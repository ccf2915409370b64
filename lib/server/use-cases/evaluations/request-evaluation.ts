import { z } from 'zod';
import { checkpointsToCompare } from '../../evaluation/checkpoints-to-compare';
import { ringEvaluations } from '../../evaluation/ring-evaluations';
import { defineUseCase } from '../define-use-case';
import { checkpointIdsSchema } from './compare-input';

/** Has checkpoints scored on what they have not been scored on yet: new gold, new documents. */
export const requestEvaluation = defineUseCase({
  name: 'request-evaluation',
  access: { kind: 'project', permission: 'checkpoints.compare' },
  input: z.object({ projectId: z.string(), ids: checkpointIdsSchema }),
  run: async (_actor, { projectId, ids }) => {
    const rows = await checkpointsToCompare(projectId, ids);
    await ringEvaluations(rows);
    return { requested: rows.length };
  },
});
