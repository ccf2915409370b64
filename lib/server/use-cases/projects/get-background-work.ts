import { z } from 'zod';
import { activeStates } from '@/lib/core/round/state-machine';
import { db } from '../../db/client';
import { defineUseCase } from '../define-use-case';

/** What runs behind the pages right now: reading and rounds; the top bar asks. */
export const getBackgroundWork = defineUseCase({
  name: 'get-background-work',
  access: { kind: 'project', permission: 'project.view' },
  input: z.object({ projectId: z.string() }),
  run: async (_actor, { projectId }) => {
    const [unread, total, rounds, worker] = await Promise.all([
      db().document.count({ where: { projectId, readState: { in: ['waiting', 'reading'] } } }),
      db().document.count({ where: { projectId } }),
      db().round.findMany({
        where: { projectId, state: { in: [...activeStates] } },
        select: { id: true, number: true, state: true, step: true, plannedSteps: true },
        orderBy: { id: 'asc' },
      }),
      db().workerPresence.findFirst({ where: { kind: 'cpu' }, orderBy: { seenAt: 'desc' }, select: { seenAt: true } }),
    ]);
    const isWorkerUp = worker !== null && Date.now() - worker.seenAt.getTime() < 20_000;
    return { reading: { done: total - unread, total }, rounds, isWorkerUp };
  },
});

export type BackgroundWork = Awaited<ReturnType<typeof getBackgroundWork>>;
