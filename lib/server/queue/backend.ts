import { Queue, Worker, createPostgresBackend, withBackend } from 'bullmq';
import type { Job, QueueOptions, WorkerOptions } from 'bullmq';
import type { QueueName } from '@/lib/jobs/definitions';

/** Where BullMQ keeps its jobs: PostgreSQL unless the address says Redis. */
interface QueueSettings {
  readonly url: string;
  /** Keeps queues of tests apart; empty in production. */
  readonly prefix?: string;
}

const isRedis = (url: string): boolean => /^rediss?:/.test(url);

const onPostgres = withBackend(createPostgresBackend);

const fullName = (settings: QueueSettings, name: QueueName): string =>
  settings.prefix ? `${settings.prefix}-${name}` : name;

const redisConnection = (url: string) => ({ url, maxRetriesPerRequest: null });
const postgresConnection = (url: string) => ({ connectionString: url, max: 4 });

export function openQueue(settings: QueueSettings, name: QueueName, options: Partial<QueueOptions> = {}): Queue {
  return isRedis(settings.url)
    ? new Queue(fullName(settings, name), { ...options, connection: redisConnection(settings.url) })
    : (new onPostgres.Queue(fullName(settings, name), {
        ...options,
        connection: postgresConnection(settings.url),
      }) as unknown as Queue);
}

/** Only `workers/` may call this: importing a producer must never start a consumer. */
export function openWorker(
  settings: QueueSettings,
  name: QueueName,
  processor: (job: Job, token: string | undefined, signal: AbortSignal | undefined) => Promise<unknown>,
  options: Partial<WorkerOptions>,
): Worker {
  // BullMQ hands the signal only to processors that declare three parameters.
  const process = (job: Job, token?: string, signal?: AbortSignal) => processor(job, token, signal);
  return isRedis(settings.url)
    ? new Worker(fullName(settings, name), process, { ...options, connection: redisConnection(settings.url) })
    : (new onPostgres.Worker(fullName(settings, name), process, {
        ...options,
        connection: postgresConnection(settings.url),
      }) as unknown as Worker);
}
