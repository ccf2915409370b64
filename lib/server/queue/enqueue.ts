import type { Queue } from 'bullmq';
import { type JobName, type JobPayload, type QueueName, jobs } from '@/lib/jobs/definitions';
import { env } from '../env/env';
import { openQueue } from './backend';

const holder = globalThis as typeof globalThis & { hundredfoldQueues?: Map<QueueName, Queue> };

function queueOf(name: QueueName): Queue {
  holder.hundredfoldQueues ??= new Map();
  const open = holder.hundredfoldQueues.get(name);
  if (open) return open;
  const queue = openQueue({ url: env().QUEUE_URL ?? env().DATABASE_URL }, name);
  // A lost connection is re-established by BullMQ; without a listener it would end the process.
  queue.on('error', () => undefined);
  holder.hundredfoldQueues.set(name, queue);
  return queue;
}

/**
 * Rings the bell for a row that is already written (invariant 4). Rings for one
 * row while a job for it waits are one job; finished jobs leave nothing behind.
 * @param again tells this ring from an earlier one whose job a dead worker still holds.
 */
export async function enqueue<Name extends JobName>(name: Name, payload: JobPayload<Name>, again?: string): Promise<void> {
  const job = jobs[name];
  const data = job.payload.parse(payload);
  const jobId = (job.jobId as (payload: unknown) => string)(data);
  await queueOf(job.queue).add(name, data, {
    jobId: again === undefined ? jobId : `${jobId}-${again}`,
    attempts: job.attempts,
    backoff: { type: 'exponential', delay: job.backoffMs },
    removeOnComplete: true,
    removeOnFail: true,
  });
}

/** Jobs of the queue that wait, are delayed or at work. */
export function countPending(name: QueueName): Promise<number> {
  return queueOf(name).getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized');
}

export async function closeQueues(): Promise<void> {
  const open = [...(holder.hundredfoldQueues?.values() ?? [])];
  delete holder.hundredfoldQueues;
  await Promise.all(open.map((queue) => queue.close()));
}
