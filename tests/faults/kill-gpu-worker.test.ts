import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { getRound } from '@/lib/server/use-cases/rounds/get-round';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { createLabelledProject } from '../fixtures/labelled-project';
import { addPagePictures, fakeTrainerSettings } from '../fixtures/outside-round';
import { createPerson } from '../setup/people';
import { createTestDatabase, type TestDatabase } from '../setup/test-database';

const patience = { timeout: 120_000, interval: 100 };
const workers: ChildProcess[] = [];

/** The real GPU worker's process, once it says that it is up. */
async function startWorker(trainer: object): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['--import', 'tsx', 'workers/gpu.ts'], {
    env: { ...process.env, FAKE_TRAINER: JSON.stringify(trainer) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  workers.push(worker);
  await once(worker, 'message');
  return worker;
}

let lead: Actor;
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(fakeTrainerSettings);
  await createLabelledProject('reports', { seed: 8, validation: 3, test: 3 });
  await addPagePictures('reports');
  lead = await createPerson({ roles: { reports: ['lead'] } });
});
afterAll(() => {
  for (const worker of workers) worker.kill('SIGKILL');
});

const view = (roundId: string) => getRound(lead, { projectId: 'reports', roundId });

async function startLongRound(requestId: string): Promise<string> {
  const recipe = { engine: 'trl', preset: 'smoke', epochs: 50, maxSteps: 60 } as const;
  return (await startRound(lead, { projectId: 'reports', requestId, recipe })).id;
}

describe('a GPU worker that goes away in the middle of a round', () => {
  it('killed outright: its trainer ends, and the next worker goes on from the newest state', async () => {
    const id = await startLongRound('killed-outright');
    const first = await startWorker({ stepMs: 250 });
    await vi.waitFor(async () => expect((await view(id)).step).toBeGreaterThan(3), patience);
    const trainer = Number(await readFile(path.join(database.dataDir, 'runs', id, 'trainer.lock'), 'utf8'));
    first.kill('SIGKILL');
    await once(first, 'exit');
    await startWorker({ stepMs: 20 });
    await vi.waitFor(async () => expect((await view(id)).stateInWords).toBe('ready'), patience);
    expect(() => process.kill(trainer, 0)).toThrow('ESRCH');
    const attempts = await db().roundAttempt.findMany({ where: { roundId: id }, orderBy: { number: 'asc' } });
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['lost', 'ready']);
    const second = await db().roundEvent.findFirstOrThrow({ where: { roundId: id, type: 'started', attempt: 2 } });
    expect((second.payload as { resumedFrom: number }).resumedFrom, 'it began at the beginning').toBeGreaterThan(3);
  });

  it('told to stop, as a spot machine is: the trainer saves its step and the round says that it waits', async () => {
    for (const worker of workers.splice(0)) {
      worker.kill('SIGTERM');
      if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit');
    }
    const id = await startLongRound('pre-empted');
    const worker = await startWorker({ stepMs: 250 });
    await vi.waitFor(async () => expect((await view(id)).step).toBeGreaterThan(2), patience);
    worker.kill('SIGTERM');
    await once(worker, 'exit');
    // A worker that was killed outright counts as connected until it was silent for a while.
    const waiting = await vi.waitFor(async () => {
      const seen = await view(id);
      expect(seen.stateInWords).toMatch(/^interrupted, no GPU worker is connected; run "npm run worker:gpu" on the GPU box, step \d+ of 60$/);
      return seen;
    }, patience);
    await startWorker({ stepMs: 20 });
    await vi.waitFor(async () => expect((await view(id)).stateInWords).toBe('ready'), patience);
    const second = await db().roundEvent.findFirstOrThrow({ where: { roundId: id, type: 'started', attempt: 2 } });
    expect((second.payload as { resumedFrom: number }).resumedFrom).toBe(waiting.step);
  });
});
