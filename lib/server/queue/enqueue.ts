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
 */
export async function enqueue<Name extends JobName>(name: Name, payload: JobPayload<Name>): Promise<void> {
  const job = jobs[name];
  const data = job.payload.parse(payload);
  await queueOf(job.queue).add(name, data, {
    jobId: (job.jobId as (payload: unknown) => string)(data),
    attempts: job.attempts,
    backoff: { type: 'exponential', delay: job.backoffMs },
    removeOnComplete: true,
    removeOnFail: true,
  });
}

export async function closeQueues(): Promise<void> {
  const open = [...(holder.hundredfoldQueues?.values() ?? [])];
  delete holder.hundredfoldQueues;
  await Promise.all(open.map((queue) => queue.close()));
}
