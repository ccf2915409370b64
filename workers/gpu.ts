/**
 * Usage: node --import tsx workers/gpu.ts     (`npm run worker:gpu` starts it)
 * Runs rounds whose engine is a process of its own, one at a time on all cards of
 * this machine, and evaluates their checkpoints. Without a card it takes what the
 * CPU can do.
 */
import { disconnectDb } from '@/lib/server/db/client';
import { env } from '@/lib/server/env/env';
import { log } from '@/lib/server/logging/log';
import { closeQueues } from '@/lib/server/queue/enqueue';
import { findAttemptWorkers, releaseAttempts } from '@/lib/server/repositories/round-attempt';
import { removePresence } from '@/lib/server/repositories/worker-presence';
import { probeCapabilities } from './outside/probe';
import { announce, createWorkerId, isDeadHere } from './presence';
import { outsideRegistry } from './registry';
import { repeat, stopOnSignal } from './repeat';
import { runWorkers } from './run-workers';
import { sweep } from './sweep';

const heartbeatMs = 5_000;
const probeMs = 60_000;
const sweepMs = 30_000;
/** A trainer must save its step: it is asked at once and has its grace. */
const drainMs = 0;
const besideGraceMs = 30_000;

const settings = env();
const workerId = createWorkerId();
let capabilities = await probeCapabilities();
const canRun = (): boolean => capabilities.engines.length > 0;

await announce(workerId, 'gpu', capabilities);
await releaseAttempts((await findAttemptWorkers()).filter(isDeadHere));

const open = () =>
  runWorkers({
    queue: { url: settings.QUEUE_URL ?? settings.DATABASE_URL },
    concurrency: { cards: 1 },
    registry: outsideRegistry,
    workerId,
    cards: capabilities.cards?.length ?? 0,
    abortGraceMs: settings.TRAINER_GRACE_SECONDS * 1000 + besideGraceMs,
  });
/** Null while something is in the way: a worker that cannot run a round takes none. */
let workers = canRun() ? await open() : null;
await sweep({ now: new Date(), takeOverAs: null });
log().info({ workerId, capabilities }, 'GPU worker is up');

const timers = [
  repeat(heartbeatMs, 'heartbeat', () => announce(workerId, 'gpu', capabilities)),
  repeat(sweepMs, 'sweep', () => sweep({ now: new Date(), takeOverAs: null })),
  repeat(probeMs, 'look at the machine', async () => {
    if (workers) return;
    capabilities = await probeCapabilities();
    if (canRun()) workers = await open();
  }),
];

stopOnSignal(async () => {
  for (const timer of timers) clearInterval(timer);
  const beat = setInterval(() => void announce(workerId, 'gpu', capabilities).catch(() => undefined), heartbeatMs);
  await workers?.stop(drainMs);
  clearInterval(beat);
  await removePresence([workerId]);
  await Promise.all([closeQueues(), disconnectDb()]);
});
process.send?.('ready');
