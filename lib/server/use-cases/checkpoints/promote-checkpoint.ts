import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { ringEvaluations } from '../../evaluation/ring-evaluations';
import { ringPreLabels } from '../../prelabels/ring-pre-labels';
import { setPromotedCheckpoint } from '../../repositories/checkpoint';
import { defineUseCase } from '../define-use-case';

/** From now on this checkpoint pre-labels: the next documents in the queue get its predictions. */
export const promoteCheckpoint = defineUseCase({
  name: 'promote-checkpoint',
  access: { kind: 'project', permission: 'checkpoints.promote' },
  input: z.object({ projectId: z.string(), checkpointId: z.string() }),
  run: async (actor, { projectId, checkpointId }) => {
    const engine = await setPromotedCheckpoint(projectId, checkpointId);
    if (engine === null) {
      throw new AppError('not-found', 'There is no such checkpoint in this project.');
    }
    await recordAudit({ projectId, userId: actor.userId, action: 'promote-checkpoint', subject: `checkpoint:${checkpointId}` });
    await ringEvaluations([{ id: checkpointId, engine }]);
    await ringPreLabels(projectId);
    return { promotedCheckpointId: checkpointId };
  },
});
