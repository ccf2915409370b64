import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { cancelRound } from '@/lib/server/use-cases/rounds/cancel-round';
import { getRound } from '@/lib/server/use-cases/rounds/get-round';
import { resumeRound } from '@/lib/server/use-cases/rounds/resume-round';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { stopRound } from '@/lib/server/use-cases/rounds/stop-round';
import { createLabelledProject } from '../fixtures/labelled-project';
import { addPagePictures, fakeTrainerSettings } from '../fixtures/outside-round';
import { openStorageServer, type StorageServer } from '../fixtures/storage-server';
import { createPerson } from '../setup/people';
import { createTestDatabase, type TestDatabase } from '../setup/test-database';

const patience = { timeout: 120_000, interval: 100 };
const token = 'a token that the boxes and the workbench share';
const workers: ChildProcess[] = [];

let lead: Actor;
let database: TestDatabase;
let server: StorageServer;

beforeAll(async () => {
  database = await createTestDatabase({ ...fakeTrainerSettings, WORKER_TOKEN: token });
  server = await openStorageServer();
  await createLabelledProject('reports', { seed: 8, validation: 3, test: 3 });
  await addPagePictures('reports');
  lead = await createPerson({ roles: { reports: ['lead'] } });
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await server.close();
});

const diskOf = (box: string): string => path.join(database.dataDir, box);

/** A GPU worker on a box of its own: it shares no disk with the workbench, only the database and the way over HTTP. */
async function startBox(box: string, trainer: object): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['--import', 'tsx', 'workers/gpu.ts'], {
    env: { ...process.env, DATA_DIR: diskOf(box), STORAGE_URL: server.url, FAKE_TRAINER: JSON.stringify(trainer) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  workers.push(worker);
  await once(worker, 'message');
  return worker;
}

async function die(worker: ChildProcess): Promise<void> {
  worker.kill('SIGKILL');
  await once(worker, 'exit');
}

const view = (roundId: string) => getRound(lead, { projectId: 'reports', roundId });
const filesAtHome = (roundId: string) => readdir(path.join(database.dataDir, 'storage', 'rounds', roundId, 'states'), { recursive: true }).catch(() => []);
const resumedFrom = async (roundId: string, attempt: number): Promise<number | null> => {
  const { payload } = await db().roundEvent.findFirstOrThrow({ where: { roundId, type: 'started', attempt } });
  return (payload as { resumedFrom: number | null }).resumedFrom;
};

async function startLongRound(requestId: string): Promise<string> {
  const recipe = { engine: 'trl', preset: 'smoke', epochs: 50, maxSteps: 60, checkpointEverySteps: 2 } as const;
  return (await startRound(lead, { projectId: 'reports', requestId, recipe })).id;
}

describe('a box that dies with its disk', () => {
  it('another box goes on from the state that was sent home, and nothing of it is left in the end', async () => {
    const id = await startLongRound('dies-with-its-disk');
    const first = await startBox('a', { stepMs: 150 });
    await vi.waitFor(async () => expect((await filesAtHome(id)).filter((name) => name.endsWith('index.json'))).toHaveLength(1), patience);
    await die(first);
    const second = await startBox('b', { stepMs: 20 });
    await vi.waitFor(async () => expect((await view(id)).stateInWords).toBe('ready'), patience);
    expect(await resumedFrom(id, 2), 'it began at the beginning').toBeGreaterThan(0);
    await vi.waitFor(async () => expect(await filesAtHome(id)).toEqual([]), patience);
    const said = await db().roundEvent.findMany({ where: { roundId: id, type: 'log', attempt: 2 } });
    expect(JSON.stringify(said.map(({ payload }) => payload))).toMatch(/The state of step \d+ was brought from the workbench: .*, verified\./);
    expect(await db().checkpoint.count({ where: { roundId: id } })).toBe(1);
    await vi.waitFor(async () => expect(await readdir(path.join(diskOf('b'), 'runs'))).toEqual([]), patience);
    await die(second);
  });

  it('paused, the very last state is at home; cancelled while no worker is up, nothing is, and the box clears itself', async () => {
    const id = await startLongRound('paused-and-cancelled');
    const first = await startBox('c', { stepMs: 100 });
    await vi.waitFor(async () => expect((await view(id)).step).toBeGreaterThan(2), patience);
    await stopRound(lead, { projectId: 'reports', roundId: id, how: 'pause' });
    await vi.waitFor(async () => expect((await view(id)).state).toBe('paused'), patience);
    await die(first);
    const { step } = await view(id);
    await resumeRound(lead, { projectId: 'reports', roundId: id });
    const second = await startBox('d', { stepMs: 100 });
    await vi.waitFor(async () => expect(await resumedFrom(id, 2)).toBe(step), patience);
    await stopRound(lead, { projectId: 'reports', roundId: id, how: 'pause' });
    await vi.waitFor(async () => expect((await view(id)).state).toBe('paused'), patience);
    await die(second);
    expect(await filesAtHome(id)).not.toEqual([]);
    await cancelRound(lead, { projectId: 'reports', roundId: id });
    expect(await filesAtHome(id)).toEqual([]);
    const runs = path.join(diskOf('d'), 'runs');
    await mkdir(path.join(runs, `predict-${second.pid}-left`));
    await writeFile(path.join(runs, `predict-${second.pid}-left`, 'page.png'), 'a picture');
    expect(await readdir(runs)).toContain(id);
    await startBox('d', {});
    expect(await readdir(runs)).toEqual([]);
  });
});
