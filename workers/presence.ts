import { randomBytes } from 'node:crypto';
import { availableParallelism, hostname, totalmem } from 'node:os';
import type { WorkerCapabilities, WorkerKind } from '@/lib/core/round/capabilities';
import { findWorkers, removePresence, savePresence } from '@/lib/server/repositories/worker-presence';

const separator = '/';

/** Names this process: host, pid and a random part, since pids come again. */
export const createWorkerId = (): string =>
  [hostname(), process.pid, randomBytes(4).toString('hex')].join(separator);

/** Whether no process of this machine has the pid. */
export function isProcessGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** A worker of this machine whose process is gone is known to be dead at once. */
export function isDeadHere(id: string): boolean {
  const [host, pid] = id.split(separator);
  return host === hostname() && isProcessGone(Number(pid));
}

/**
 * Whether another worker of the kind was heard of since `heardSince`. Forgets those of this
 * machine that were killed.
 */
export async function isAnotherUp(workerId: string, heardSince: Date, kind: WorkerKind = 'cpu'): Promise<boolean> {
  const others = (await findWorkers(heardSince, kind)).filter(({ id }) => id !== workerId);
  const dead = others.filter(({ id }) => isDeadHere(id)).map(({ id }) => id);
  await removePresence(dead);
  return others.length > dead.length;
}

const cpuCapabilities = (): WorkerCapabilities => ({
  engines: ['embedded'],
  cores: availableParallelism(),
  memoryBytes: totalmem(),
});

/** Says that this process is up and what it can do. */
export const announce = (workerId: string, kind: WorkerKind = 'cpu', capabilities = cpuCapabilities()): Promise<void> =>
  savePresence({ id: workerId, kind, capabilities }, new Date());
