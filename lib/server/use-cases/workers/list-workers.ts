import { z } from 'zod';
import { findWorkers, presenceSilenceMs } from '../../repositories/worker-presence';
import { defineUseCase } from '../define-use-case';

/** The worker processes that were seen in the last day, those that are up first. */
export const listWorkers = defineUseCase({
  name: 'list-workers',
  access: { kind: 'project', permission: 'project.view' },
  input: z.object({ projectId: z.string() }),
  run: async () => {
    const nowMs = Date.now();
    const workers = await findWorkers(new Date(nowMs - 24 * 60 * 60 * 1000));
    return workers.map((worker) => ({ ...worker, isUp: nowMs - worker.seenAt.getTime() < presenceSilenceMs }));
  },
});
