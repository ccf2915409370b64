import { z } from 'zod';
import { evaluationJobOf } from '@/lib/jobs/definitions';
import { checkpointsToCompare } from '../../evaluation/checkpoints-to-compare';
import { enqueue } from '../../queue/enqueue';
import { defineUseCase } from '../define-use-case';
import { checkpointIdsSchema } from './compare-input';

/** Has checkpoints scored on what they have not been scored on yet: new gold, new documents. */
export const requestEvaluation = defineUseCase({
  name: 'request-evaluation',
  access: { kind: 'project', permission: 'checkpoints.compare' },
  input: z.object({ projectId: z.string(), ids: checkpointIdsSchema }),
  run: async (_actor, { projectId, ids }) => {
    const rows = await checkpointsToCompare(projectId, ids);
    for (const { id, engine } of rows) await enqueue(evaluationJobOf(engine), { checkpointId: id });
    return { requested: rows.length };
  },
});
