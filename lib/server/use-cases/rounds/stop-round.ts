import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { stopRequests } from '@/lib/core/round/stop-request';
import { isTerminal } from '@/lib/core/round/state-machine';
import { recordAudit } from '../../auth/audit';
import { findRound } from '../../repositories/round';
import { requestStop } from '../../repositories/round-request';
import { defineUseCase } from '../define-use-case';

/**
 * Asks a round to leave off in order: `pause` keeps the way back, `keep-best`
 * ends training with the best checkpoint so far.
 */
export const stopRound = defineUseCase({
  name: 'stop-round',
  access: { kind: 'project', permission: 'rounds.run' },
  input: z.object({ projectId: z.string(), roundId: z.string(), how: z.enum(stopRequests) }),
  run: async (actor, { projectId, roundId, how }) => {
    const round = await findRound(projectId, roundId);
    if (!round) throw new AppError('not-found', 'There is no such round in this project.');
    if (isTerminal(round.state)) throw new AppError('conflict', `Round ${round.number} is ${round.state} already.`);
    if (how === 'keep-best' && round.engine === 'embedded') {
      throw new AppError('invalid-input', 'A round of the embedded engine takes seconds: pause or cancel it.');
    }
    if (how === 'keep-best' && round.state === 'paused') throw new AppError('conflict', 'The round is paused. Resume it first, then stop it.');
    if (how === 'keep-best' && round.step === 0) throw new AppError('not-ready', 'No step is done yet, so there is nothing to keep. Cancel it.');
    const state = await requestStop(projectId, roundId, how);
    await recordAudit({ projectId, userId: actor.userId, action: `stop-round:${how}`, subject: `round:${roundId}` });
    return { state };
  },
});
