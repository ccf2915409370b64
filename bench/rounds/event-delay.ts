/**
 * Usage: npx tsx bench/rounds/event-delay.ts [--data-dir FOLDER] [--lines N]
 *
 * How long an event of a round takes from the trainer to the page: a production
 * stack on a folder of its own, the real GPU worker with a trainer that stamps
 * its lines, the round's page in a real browser with the log open, and a round
 * of the embedded engine. Writes the measured part of bench/results/event-delay.md.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Actor } from '@/lib/core/access/roles';
import type { RecipeInput } from '@/lib/core/round/recipe';
import { freePort } from '@/lib/server/net/free-port';
import { describeEvent } from '@/lib/server/supervisor/events';
import { startStack } from '@/lib/server/supervisor/stack';
import { getRound } from '@/lib/server/use-cases/rounds/get-round';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { launchBrowser, openPage, signIn } from '../workbench/browser';
import { openSession } from '../pages/session';
import { writeMeasured } from '../workbench/write-measured';
import { transactionsDuring } from './database-load';
import { reportDelays } from './delay-report';
import { makeProject } from './make-project';
import { readWatched, watchStreams } from './watch-page';

const { values } = parseArgs({ options: { 'data-dir': { type: 'string', default: '.data/bench-events' }, lines: { type: 'string', default: '300' } } });
const dataDir = path.resolve(values['data-dir']);
const projectId = 'bench';
const idleMs = 10_000;
/** Streams of others that follow the same round. */
const others = 9;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function startWorker(env: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const trainer = `${process.execPath} bench/rounds/stamping-trainer.mjs`;
  const worker = spawn(process.execPath, ['--import', 'tsx', 'workers/gpu.ts'], {
    env: { ...process.env, ...env, TRAINER_COMMAND: trainer, STAMPED_LINES: values.lines, DATA_DIR: path.join(dataDir, 'box') },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(worker, 'message');
  return worker;
}

async function start(actor: Actor, recipe: RecipeInput): Promise<string> {
  return (await startRound(actor, { projectId, requestId: randomUUID(), recipe })).id;
}

async function untilOver(actor: Actor, roundId: string): Promise<void> {
  while (!(await getRound(actor, { projectId, roundId })).isOver) await delay(500);
}

async function measure(origin: string, env: Readonly<Record<string, string>>) {
  say('documents and labels');
  const actor = await makeProject(projectId);
  const browser = await launchBrowser();
  const state = await signIn(browser, origin, actor.userId);
  const follow = async (roundId: string) => {
    const page = await openPage(browser, origin, state);
    await page.addInitScript(watchStreams);
    await page.goto(`/p/${projectId}/rounds/${roundId}?tab=log`);
    await page.getByRole('tab', { name: 'Log' }).waitFor();
    return page;
  };
  const calm = await transactionsDuring(() => delay(idleMs));
  say('a round that waits');
  const outside = await start(actor, { engine: 'trl', preset: 'smoke' });
  const page = await follow(outside);
  const waiting = await transactionsDuring(() => delay(idleMs));
  say('a round in a process of its own');
  const session = await openSession(origin, actor.userId);
  const stop = new AbortController();
  const drains = Array.from({ length: others }, async () => {
    const { body } = await session(`/api/projects/${projectId}/rounds/${outside}/events/stream`, { signal: stop.signal });
    for await (const chunk of body ?? []) void chunk;
  });
  const worker = await startWorker(env);
  const loadBefore = loadavg()[0] ?? 0;
  const training = await transactionsDuring(() => untilOver(actor, outside));
  const stamped = await readWatched(page);
  await page.context().close();
  stop.abort();
  await Promise.allSettled(drains);
  worker.kill('SIGTERM');
  await once(worker, 'exit');
  say('a round of the embedded engine');
  const inside = await start(actor, { engine: 'embedded' });
  const second = await follow(inside);
  await untilOver(actor, inside);
  await delay(1_000);
  const embedded = await readWatched(second);
  await browser.close();
  return { stamped, embedded, transactions: { calm, waiting, training }, load: [loadBefore, loadavg()[0] ?? 0] as const };
}

await rm(dataDir, { recursive: true, force: true });
const stack = await startStack({
  mode: 'production',
  settings: { DATA_DIR: dataDir, LOG_LEVEL: 'warn', PORT: String(await freePort()) },
  onEvent: (event) => say(describeEvent(event)),
});
try {
  const measured = await measure(stack.url, stack.env);
  const machine = { cores: availableParallelism(), model: cpus()[0]?.model ?? 'unknown', node: process.version };
  const text = reportDelays({ ...measured, others, machine });
  await writeMeasured('bench/results/event-delay.md', text);
  process.stdout.write(text);
} finally {
  await stack.stop();
}
process.exit(0);
