/**
 * Usage: npx tsx bench/pages/main.ts [--data-dir FOLDER]
 *
 * Starts a production stack on a folder of its own, makes a project of 1,000
 * documents with a queue of 300 and five rounds, and measures pages and their
 * APIs over HTTP as one signed-in lead. Writes bench/results/pages.md.
 */
import { rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Actor } from '@/lib/core/access/roles';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import { db } from '@/lib/server/db/client';
import { findNewestSchemaVersion } from '@/lib/server/repositories/schema-version';
import { describeEvent } from '@/lib/server/supervisor/events';
import { startStack } from '@/lib/server/supervisor/stack';
import { simulateAnnotations } from '@/lib/server/use-cases/annotations/simulate-annotations';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { commitSelection } from '@/lib/server/use-cases/selection/commit-selection';
import { runSelection } from '@/lib/server/use-cases/selection/run-selection';
import { makeDocuments } from './make-documents';
import { makeRounds } from './make-rounds';
import { measure, type Target } from './measure';
import { report } from './report';
import { signIn } from './session';

const { values } = parseArgs({ options: { 'data-dir': { type: 'string', default: '.data/bench-pages' } } });
const dataDir = path.resolve(values['data-dir']);
const projectId = 'bench';
const size = { pool: 820, validation: 60, test: 120 };
const queued = 300;
const labelled = 100;
const rounds = 5;
const options = { requests: 100, repetitions: 3, warmUp: 5 };

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function makeProject(): Promise<{ actor: Actor; targets: readonly Target[] }> {
  const { id: userId } = await db().user.create({ data: { email: 'lead@bench.invalid', name: 'Lead', isAdmin: true }, select: { id: true } });
  const actor: Actor = { userId, isAdmin: true, roles: {} };
  await createProject(actor, { id: projectId, name: 'For measuring', schema: medicalReportSchema });
  const version = await findNewestSchemaVersion(projectId);
  if (!version) throw new Error('The project has no schema.');
  say('documents');
  await makeDocuments(projectId, version.id, size);
  say('selection');
  const selection = await runSelection(actor, { projectId, count: queued, constraints: { excludeNearDuplicatesAbove: 1 } });
  await commitSelection(actor, { projectId, selectionId: selection.id });
  say('labels');
  for (let count = 0; count < labelled; count += 1) await simulateAnnotations(actor, { projectId });
  say('rounds');
  const { roundId, checkpointIds } = await makeRounds(projectId, userId, rounds);
  const [base, ...others] = checkpointIds;
  const ids = [base, others.at(-1)].join(',');
  const open = await db().queueItem.findFirstOrThrow({
    where: { projectId, document: { annotations: { none: {} } } },
    orderBy: { position: 'asc' },
    select: { documentId: true },
  });
  const [compared] = await db().document.findMany({ where: { projectId, split: 'test' }, take: 1, select: { id: true } });
  const api = `/api/projects/${projectId}`;
  const page = `/p/${projectId}`;
  const targets = [
    { name: 'Home, page', path: page },
    { name: 'Home, API', path: `${api}/overview` },
    { name: 'Documents, page', path: `${page}/documents` },
    { name: 'Documents, API: first 100', path: `${api}/documents?limit=100` },
    { name: 'Documents, API: filtered', path: `${api}/documents?split=pool&labelled=no&limit=100` },
    { name: 'Documents, API: search by words', path: `${api}/documents?text=glucose&limit=100` },
    { name: 'Documents, API: reading figures', path: `${api}/documents/figures` },
    { name: 'Select, page', path: `${page}/select` },
    { name: 'Select, API: run with its map', path: `${api}/selections/${selection.id}` },
    { name: 'Label, page', path: `${page}/label/${open.documentId}` },
    { name: 'Label, page: the queue', path: `${page}/label?queue=all` },
    { name: 'Queue, API', path: `${api}/queue` },
    { name: 'Label, API: a document to label', path: `${api}/documents/${open.documentId}/annotation`, body: {} },
    { name: 'Reviews, API', path: `${api}/reviews` },
    { name: 'Rounds, page', path: `${page}/rounds` },
    { name: 'Rounds, API: what a round would train on', path: `${api}/rounds/preflight` },
    { name: 'Rounds, API', path: `${api}/rounds` },
    { name: 'Round, page', path: `${page}/rounds/${roundId}` },
    { name: 'Round, API', path: `${api}/rounds/${roundId}` },
    { name: 'Round, API: events', path: `${api}/rounds/${roundId}/events` },
    { name: 'Compare, page', path: `${page}/compare?ids=${ids}` },
    { name: 'Compare, API: figures', path: `${api}/comparison?ids=${ids}&split=test` },
    { name: 'Compare, API: documents', path: `${api}/comparison/documents?ids=${ids}&split=test` },
    { name: 'Compare, API: one document', path: `${api}/comparison/documents/${compared?.id}?ids=${ids}` },
    { name: 'Activity, API (every page asks)', path: `${api}/activity` },
  ];
  return { actor, targets };
}

await rm(dataDir, { recursive: true, force: true });
const stack = await startStack({
  mode: 'production',
  settings: { DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
  onEvent: (event) => say(describeEvent(event)),
});
try {
  const { actor, targets } = await makeProject();
  const ask = await signIn(stack.url, actor.userId);
  const loadBefore = loadavg()[0] ?? 0;
  const measured = await measure(ask, targets, options);
  const machine = { cores: availableParallelism(), model: cpus()[0]?.model ?? 'unknown', node: process.version };
  const text = report({ measured, machine, size, queued, labelled, rounds, options, load: [loadBefore, loadavg()[0] ?? 0] });
  await writeFile('bench/results/pages.md', text);
  process.stdout.write(text);
} finally {
  await stack.stop();
}
process.exit(0);
