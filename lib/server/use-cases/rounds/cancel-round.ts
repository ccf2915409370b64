import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { requestCancel } from '../../repositories/round-request';
import { removeTrainingStates } from '../../rounds/training-states';
import { defineUseCase } from '../define-use-case';

/** Ends a round. One that waits ends at once; one that runs within two seconds. */
export const cancelRound = defineUseCase({
  name: 'cancel-round',
  access: { kind: 'project', permission: 'rounds.run' },
  input: z.object({ projectId: z.string(), roundId: z.string() }),
  run: async (actor, { projectId, roundId }) => {
    const state = await requestCancel(projectId, roundId);
    if (!state) throw new AppError('not-found', 'There is no such round in this project.');
    // Where it runs, its worker does so.
    if (state === 'cancelled') await removeTrainingStates(roundId);
    await recordAudit({ projectId, userId: actor.userId, action: 'cancel-round', subject: `round:${roundId}` });
    return { state };
  },
});
