/**
 * Usage: npx tsx bench/workbench/saving.ts [--annotators 50] [--seconds 60] [--think-ms 2000] [--data-dir FOLDER]
 * About two minutes where the pages are built (npm run build).
 *
 * Starts a production stack on a folder of its own and lets simulated annotators
 * label over HTTP, each with a session, think times and a network that fails.
 * Measures how fast saves are acknowledged, then sets what the database holds
 * against what each client believes. Writes the measured part of
 * bench/results/workbench-saving.md.
 */
import { rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom } from '@/lib/core/random';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import { db } from '@/lib/server/db/client';
import { freePort } from '@/lib/server/net/free-port';
import { describeEvent } from '@/lib/server/supervisor/events';
import { startStack } from '@/lib/server/supervisor/stack';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { openSession, type Send } from '../pages/session';
import { annotate, emptyTally, type Habits } from './annotator';
import { checkKept } from './check-kept';
import { report } from './saving-report';
import { writeMeasured } from './write-measured';

const { values } = parseArgs({
  options: {
    annotators: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '60' },
    'think-ms': { type: 'string', default: '2000' },
    'data-dir': { type: 'string', default: '.data/bench-saving' },
  },
});
const [annotators, seconds] = [Number(values.annotators), Number(values.seconds)];
const dataDir = path.resolve(values['data-dir']);
const projectId = 'bench';
const habits: Habits = { thinkMs: Number(values['think-ms']), editsPerDocument: 12, aborted: 0.05, duplicated: 0.05, unanswered: 0.05 };
/** More than anybody finishes in the time. */
const documentsEach = Math.ceil((seconds * 1_000) / (habits.editsPerDocument * habits.thinkMs)) * 3 + 1;
const wordsPerPage = 220;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Read documents in the queue, without pictures: nothing here looks at them. */
async function addDocuments(count: number): Promise<readonly string[]> {
  const words = Array.from({ length: wordsPerPage }, (_, at) => ({
    text: `word${at}`, box: [0.1, at / 250, 0.2, at / 250 + 0.003], confidence: 0.9, line: at,
  }));
  const page = { index: 0, width: 1_000, height: 1_400, imageKey: 'none', previewKey: 'none', readState: 'read' as const, words };
  const ids: string[] = [];
  for (let position = 0; position < count; position += 1) {
    const { id } = await db().document.create({
      data: {
        projectId, name: `report-${position}`, contentHash: `bench-${position}`, pageCount: 1, readState: 'read',
        pages: { create: page }, queueItem: { create: { projectId, position } },
      },
      select: { id: true },
    });
    ids.push(id);
  }
  return ids;
}

async function signInAll(origin: string): Promise<readonly Send[]> {
  const sends: Send[] = [];
  for (let at = 0; at < annotators; at += 1) {
    const { id } = await db().user.create({
      data: { email: `annotator-${at}@bench.invalid`, name: `Annotator ${at}`, memberships: { create: { projectId, role: 'annotator' } } },
      select: { id: true },
    });
    sends.push(await openSession(origin, id));
  }
  return sends;
}

await rm(dataDir, { recursive: true, force: true });
const stack = await startStack({
  mode: 'production',
  settings: { DATA_DIR: dataDir, LOG_LEVEL: 'warn', PORT: String(await freePort()) },
  onEvent: (event) => say(describeEvent(event)),
});
try {
  const { id: userId } = await db().user.create({ data: { email: 'lead@bench.invalid', name: 'Lead', isAdmin: true }, select: { id: true } });
  await createProject({ userId, isAdmin: true, roles: {} }, { id: projectId, name: 'For measuring', schema: medicalReportSchema });
  const documents = await addDocuments(annotators * documentsEach);
  say(`${annotators} people sign in`);
  const sends = await signInAll(stack.url);
  const tally = emptyTally();
  const load = loadavg()[0] ?? 0;
  const until = performance.now() + seconds * 1_000;
  say(`${annotators} people label for ${seconds} s`);
  await Promise.all(
    sends.map((send, at) => {
      const documentIds = documents.filter((_, position) => position % annotators === at);
      return annotate(send, { projectId, documentIds, until }, { random: createRandom(at + 1), habits, tally });
    }),
  );
  const machine = { cores: availableParallelism(), model: cpus()[0]?.model ?? 'unknown', node: process.version };
  const kept = await checkKept(tally.believed);
  const text = report({ tally, kept, annotators, seconds, habits, machine, load: [load, loadavg()[0] ?? 0] });
  await writeMeasured('bench/results/workbench-saving.md', text);
  process.stdout.write(text);
  process.exitCode = kept.lost + kept.duplicated + kept.different === 0 ? 0 : 1;
} finally {
  await stack.stop();
}
process.exit();
