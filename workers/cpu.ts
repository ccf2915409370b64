/**
 * Usage: node --import tsx workers/cpu.ts     (the supervisor starts it)
 * Reads documents, runs rounds of the embedded engine, evaluates checkpoints.
 */
import { availableParallelism } from 'node:os';
import { disconnectDb } from '@/lib/server/db/client';
import { env } from '@/lib/server/env/env';
import { sweepImports } from '@/lib/server/ingest/sweep-imports';
import { log } from '@/lib/server/logging/log';
import { stopReaderPool } from '@/lib/server/ocr/reader-pool';
import { sweepUploads } from '@/lib/server/storage/uploads';
import { closeQueues } from '@/lib/server/queue/enqueue';
import { findAttemptWorkers, releaseAttempts } from '@/lib/server/repositories/round-attempt';
import { removePresence } from '@/lib/server/repositories/worker-presence';
import { announce, createWorkerId, isAnotherUp, isDeadHere } from './presence';
import { registry } from './registry';
import { repeat, stopOnSignal } from './repeat';
import { runWorkers } from './run-workers';
import { sweep } from './sweep';

const heartbeatMs = 5_000;
const silenceMs = 20_000;
const sweepMs = 30_000;
const importSweepMs = 10 * 60_000;
const drainMs = 3_000;

const settings = env();
const workerId = createWorkerId();

const takeOver = async (): Promise<string | null> =>
  (await isAnotherUp(workerId, new Date(Date.now() - silenceMs))) ? null : workerId.replaceAll('/', '-');

await announce(workerId);
const workers = await runWorkers({
  queue: { url: settings.QUEUE_URL ?? settings.DATABASE_URL },
  concurrency: { reading: settings.OCR_CONCURRENCY ?? availableParallelism(), rounds: 1, evaluation: 1, 'pre-labels': 1 },
  registry,
  workerId,
});
await sweepImports(new Date());
await releaseAttempts((await findAttemptWorkers()).filter(isDeadHere));
log().info({ workerId, ...(await sweep({ now: new Date(), takeOverAs: await takeOver() })) }, 'worker is up');

const timers = [
  repeat(heartbeatMs, 'heartbeat', () => announce(workerId)),
  repeat(sweepMs, 'sweep', () => sweep({ now: new Date(), takeOverAs: null })),
  repeat(importSweepMs, 'sweep of imports', () => sweepImports(new Date())),
  repeat(importSweepMs, 'sweep of uploads', () => sweepUploads(new Date())),
];

stopOnSignal(async () => {
  for (const timer of timers) clearInterval(timer);
  await workers.stop(drainMs);
  await removePresence([workerId]);
  await Promise.all([stopReaderPool(), closeQueues(), disconnectDb()]);
});
process.send?.('ready');
