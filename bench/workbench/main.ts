/**
 * Usage: npx tsx bench/workbench/main.ts [--data-dir FOLDER]
 * About nine minutes where the pages are built (npm run build); nothing else may run on the machine.
 *
 * Starts a production stack on a folder of its own, makes documents of 1,000
 * words a page, 100 fields and a table of 12 rows, and works on them in a real
 * browser: frames while the page moves, keys until they are painted, opening,
 * going to the next, memory. Writes the measured part
 * of bench/results/workbench.md.
 */
import { rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { freePort } from '@/lib/server/net/free-port';
import { describeEvent } from '@/lib/server/supervisor/events';
import { startStack } from '@/lib/server/supervisor/stack';
import { launchBrowser, openPage, signIn } from './browser';
import { measureFrames, type FrameRun } from './frames';
import { readHeap, watchHeap, type HeapReading } from './heap';
import { typeInCell, typeInField, type KeyRun } from './keys';
import { makeProject, type MadeProject } from './make-project';
import { goToNext, measureOpening } from './opening';
import { readyAt, watchReady } from './ready';
import { report } from './report';
import { writeMeasured } from './write-measured';

const { values } = parseArgs({ options: { 'data-dir': { type: 'string', default: '.data/bench-workbench' } } });
const dataDir = path.resolve(values['data-dir']);
const options = { repetitions: 3, secondsPerRun: 2, presses: 30, openings: 4, documents: 200 };
const readHeapAt = [1, 50, 100, 150, 200];
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function measure(origin: string, userId: string, { projectId, large, queue }: MadeProject) {
  const browser = await launchBrowser();
  try {
    const state = await signIn(browser, origin, userId);
    const open = () => openPage(browser, origin, state);
    const pathOf = (id: string): string => `/p/${projectId}/label/${id}`;

    say('opening');
    const [first = ''] = queue;
    const opening = [
      { name: 'ten pages', ...(await measureOpening(open, { path: pathOf(large), name: 'document-0' }, options.openings)) },
      { name: 'one page', ...(await measureOpening(open, { path: pathOf(first), name: 'document-1' }, options.openings)) },
    ];

    const frames: FrameRun[][] = [];
    const keys: { field: KeyRun; cell: KeyRun }[] = [];
    const worked = await open();
    await worked.addInitScript(watchReady, 'document-0');
    await worked.goto(pathOf(large));
    await readyAt(worked);
    for (let repetition = 0; repetition < options.repetitions; repetition += 1) {
      say(`frames and keys ${repetition + 1}`);
      frames.push([...(await measureFrames(worked, options.secondsPerRun))]);
      keys.push({ field: await typeInField(worked, options.presses), cell: await typeInCell(worked, options.presses) });
    }
    await worked.context().close();

    say('next documents and memory');
    const page = await open();
    await page.addInitScript(watchReady, 'document-1');
    await page.goto(pathOf(first));
    await readyAt(page);
    const session = await watchHeap(page);
    const heap: HeapReading[] = [await readHeap(session, 1)];
    const switches: number[] = [];
    for (let count = 2; count <= options.documents; count += 1) {
      switches.push(await goToNext(page, `document-${count}`));
      if (!readHeapAt.includes(count)) continue;
      heap.push(await readHeap(session, count));
      say(`${count} documents`);
    }
    return { opening, frames, keys, switches, heap, browserVersion: browser.version() };
  } finally {
    await browser.close();
  }
}

await rm(dataDir, { recursive: true, force: true });
const stack = await startStack({
  mode: 'production',
  settings: { DATA_DIR: dataDir, LOG_LEVEL: 'warn', PORT: String(await freePort()) },
  onEvent: (event) => say(describeEvent(event)),
});
try {
  const { id: userId } = await db().user.create({ data: { email: 'lead@bench.invalid', name: 'Lead', isAdmin: true }, select: { id: true } });
  const actor: Actor = { userId, isAdmin: true, roles: {} };
  say('documents');
  const project = await makeProject(actor, options.documents);
  const loadBefore = loadavg()[0] ?? 0;
  const measured = await measure(stack.url, userId, project);
  const machine = { cores: availableParallelism(), model: cpus()[0]?.model ?? 'unknown', node: process.version };
  const text = report({ ...measured, options, machine, load: [loadBefore, loadavg()[0] ?? 0] });
  await writeMeasured('bench/results/workbench.md', text);
  process.stdout.write(text);
} finally {
  await stack.stop();
}
process.exit(0);
