/**
 * Usage: node --import tsx workers/gpu.ts     (`npm run worker:gpu` starts it)
 * Runs rounds whose engine is a process of its own, one at a time on all cards of
 * this machine, and evaluates their checkpoints. Without a card it takes what the
 * CPU can do. Where it knows of a Ray cluster it runs a round there beside.
 */
import { disconnectDb } from '@/lib/server/db/client';
import { env } from '@/lib/server/env/env';
import { log } from '@/lib/server/logging/log';
import { closeQueues } from '@/lib/server/queue/enqueue';
import { findAttemptWorkers, releaseAttempts } from '@/lib/server/repositories/round-attempt';
import { removePresence } from '@/lib/server/repositories/worker-presence';
import { cacheFolder, pruneCheckpoints } from './outside/checkpoint-cache';
import { sweepRunFolders } from './outside/run-folders';
import { createStations } from './outside/stations';
import { announce, createWorkerId, isDeadHere } from './presence';
import { outsideRegistry } from './registry';
import { endStrayJobs } from './ray/end-stray-jobs';
import { sharedCacheFolder } from './ray/predict-on-ray';
import { findRaySettings } from './ray/ray-settings';
import { sweepSharedFolders } from './ray/sweep-shared-folders';
import { repeat, stopOnSignal } from './repeat';
import { type RunningWorkers, runWorkers } from './run-workers';
import { sweep } from './sweep';

const heartbeatMs = 5_000;
const probeMs = 60_000;
const sweepMs = 30_000;
/** A trainer must save its step: it is asked at once and has its grace. */
const drainMs = 0;
const besideGraceMs = 30_000;

const settings = env();
const workerId = createWorkerId();
const ray = findRaySettings();

const open = (concurrency: { readonly cards?: number; readonly ray?: number }, cards: number): Promise<RunningWorkers> =>
  runWorkers({
    queue: { url: settings.QUEUE_URL ?? settings.DATABASE_URL },
    concurrency,
    registry: outsideRegistry,
    workerId,
    cards,
    abortGraceMs: settings.TRAINER_GRACE_SECONDS * 1000 + besideGraceMs,
  });
/** Closed while something is in the way: a worker that cannot run a round takes none. */
const stations = createStations({ ray, openCards: (cards) => open({ cards: 1 }, cards), openRay: () => open({ ray: 1 }, 0) });

await releaseAttempts((await findAttemptWorkers()).filter(isDeadHere));
let capabilities = await stations.look();
await announce(workerId, 'gpu', capabilities);
await sweep({ now: new Date(), takeOverAs: null });
const clearDisk = (): Promise<unknown> =>
  Promise.all([
    sweepRunFolders(new Date()),
    pruneCheckpoints(cacheFolder(), new Date()),
    ...(ray ? [sweepSharedFolders(ray.runDir, new Date()), pruneCheckpoints(sharedCacheFolder(ray.runDir), new Date())] : []),
  ]);
await clearDisk();
log().info({ workerId, capabilities }, 'GPU worker is up');

const timers = [
  repeat(heartbeatMs, 'heartbeat', () => announce(workerId, 'gpu', capabilities)),
  repeat(sweepMs, 'sweep', () => sweep({ now: new Date(), takeOverAs: null })),
  repeat(sweepMs, 'clearing of the disk', clearDisk),
  repeat(probeMs, 'look at machine and cluster', async () => {
    capabilities = await stations.look();
    if (ray && capabilities.engines.includes('ray')) await endStrayJobs(ray.client);
  }),
];

stopOnSignal(async () => {
  for (const timer of timers) clearInterval(timer);
  const beat = setInterval(() => void announce(workerId, 'gpu', capabilities).catch(() => undefined), heartbeatMs);
  await stations.stop(drainMs);
  clearInterval(beat);
  await removePresence([workerId]);
  await Promise.all([closeQueues(), disconnectDb()]);
});
process.send?.('ready');
