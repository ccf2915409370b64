import { z } from 'zod';
import { checkpointsToCompare } from '../../evaluation/checkpoints-to-compare';
import { figuresOn } from '../../evaluation/figures-on';
import { findHeldOut } from '../../repositories/held-out';
import { defineUseCase } from '../define-use-case';
import { checkpointIdsSchema } from './compare-input';

/** How many evaluations the checkpoints lack: on a split or suite with gold, by the scoring in use, against gold as it is. */
export const countMissing = defineUseCase({
  name: 'count-missing-evaluations',
  access: { kind: 'project', permission: 'checkpoints.compare' },
  input: z.object({ projectId: z.string(), ids: checkpointIdsSchema }),
  run: async (_actor, { projectId, ids }) => {
    const [rows, heldOut] = await Promise.all([checkpointsToCompare(projectId, ids), findHeldOut(projectId)]);
    const figures = (await figuresOn(projectId, rows, heldOut)).flat();
    const isMissing = ({ evaluation, isStale, gold }: (typeof figures)[number]): boolean =>
      gold.documents.length > 0 && (evaluation === null || isStale);
    return { missing: figures.filter(isMissing).length };
  },
});
