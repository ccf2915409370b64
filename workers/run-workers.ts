import { setTimeout as delay } from 'node:timers/promises';
import type { Worker } from 'bullmq';
import type { QueueName } from '@/lib/jobs/definitions';
import { log } from '@/lib/server/logging/log';
import { openWorker } from '@/lib/server/queue/backend';
import { type HandlerRegistry, processJob } from './process-job';

interface Options {
  readonly queue: { readonly url: string; readonly prefix?: string };
  /** Jobs at a time, of each queue that this process answers. */
  readonly concurrency: Readonly<Partial<Record<QueueName, number>>>;
  readonly registry: HandlerRegistry;
  readonly workerId: string;
  readonly cards?: number;
  /** How long an aborted job may take to leave off. */
  readonly abortGraceMs?: number;
}

export interface RunningWorkers {
  /** Takes no new jobs until it is told otherwise; those at work go on. */
  readonly rest: (isResting: boolean) => Promise<void>;
  /** Takes no new jobs, lets those at work end for `graceMs`, then aborts them. */
  readonly stop: (graceMs: number) => Promise<void>;
}

/** A lock is renewed at half of it; a blocked event loop may take no longer than the rest. */
const lockMs: Readonly<Record<QueueName, number>> = { reading: 60_000, rounds: 120_000, evaluation: 120_000, 'pre-labels': 120_000, cards: 300_000, ray: 300_000 };

/** Consumes every queue with the handlers of the registry. Resolves when all are ready. */
export async function runWorkers({ queue, concurrency, registry, workerId, cards = 0, abortGraceMs = 8_000 }: Options): Promise<RunningWorkers> {
  const atWork = new Map<string, AbortController>();

  function open(name: QueueName, atOnce: number): Worker {
    const worker = openWorker(
      queue,
      name,
      async (job, _token, signal) => {
        const key = `${name}/${job.id}`;
        const own = new AbortController();
        atWork.set(key, own);
        try {
          await processJob(registry, job, {
            signal: signal ? AbortSignal.any([signal, own.signal]) : own.signal,
            workerId,
            cards,
          });
        } finally {
          atWork.delete(key);
        }
      },
      {
        concurrency: atOnce,
        lockDuration: lockMs[name],
        stalledInterval: 15_000,
        // Each kill of a worker counts once; the attempts of the job bound the rest.
        maxStalledCount: 10,
      },
    );
    // A lost lock does not stop the work by itself: another worker may have the job by now.
    worker.on('lockRenewalFailed', (ids: string[]) => {
      for (const id of ids) atWork.get(`${name}/${id}`)?.abort(new Error('The claim on this job was lost.'));
    });
    worker.on('failed', (job, error) => log().error({ queue: name, job: job?.id, err: error }, 'job failed'));
    worker.on('error', (error) => log().warn({ queue: name, err: error }, 'queue connection'));
    return worker;
  }

  const workers = (Object.entries(concurrency) as [QueueName, number][]).map(([name, atOnce]) => open(name, atOnce));
  await Promise.all(workers.map((worker) => worker.waitUntilReady()));
  return {
    rest: async (isResting) => {
      for (const worker of workers) {
        if (isResting && !worker.isPaused()) await worker.pause(true);
        else if (!isResting && worker.isPaused()) await worker.resume();
      }
    },
    stop: async (graceMs) => {
      const closing = Promise.all(workers.map((worker) => worker.close()));
      const closed = closing.then(() => true);
      if (await Promise.race([closed, delay(graceMs, false)])) return;
      for (const controller of atWork.values()) controller.abort(new Error('The worker is stopping.'));
      if (await Promise.race([closed, delay(abortGraceMs, false)])) return;
      await Promise.all(workers.map((worker) => worker.close(true)));
    },
  };
}
