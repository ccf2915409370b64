import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { roundJobOf } from '@/lib/jobs/definitions';
import { recordAudit } from '../../auth/audit';
import { enqueue } from '../../queue/enqueue';
import { findRound } from '../../repositories/round';
import { requestResume } from '../../repositories/round-request';
import { defineUseCase } from '../define-use-case';

/** Puts a paused round back into the queue; a worker goes on from what was kept. Asked twice it is one. */
export const resumeRound = defineUseCase({
  name: 'resume-round',
  access: { kind: 'project', permission: 'rounds.run' },
  input: z.object({ projectId: z.string(), roundId: z.string() }),
  run: async (actor, { projectId, roundId }) => {
    const round = await findRound(projectId, roundId);
    if (!round) throw new AppError('not-found', 'There is no such round in this project.');
    const state = await requestResume(projectId, roundId);
    if (state !== 'queued') throw new AppError('conflict', `Only a paused round can be resumed; round ${round.number} is ${state ?? 'gone'}.`);
    await recordAudit({ projectId, userId: actor.userId, action: 'resume-round', subject: `round:${roundId}` });
    // The job that it was paused in may still be there under its own name.
    await enqueue(roundJobOf(round.engine), { roundId }, `after-${round.attempts[0]?.number ?? 0}`);
    return { state };
  },
});
