import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { embeddedRecipeSchema } from '@/lib/core/round/recipe';
import { db } from '@/lib/server/db/client';
import { storage } from '@/lib/server/storage/storage';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { createLabelledProject } from '../fixtures/labelled-project';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const patience = { timeout: 150_000, interval: 100 };
const workers: ChildProcess[] = [];

/** The real worker process on this test's database, once it says that it is up. */
async function startWorker(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['--import', 'tsx', 'workers/cpu.ts'], {
    env: { ...process.env, OCR_CONCURRENCY: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  workers.push(worker);
  await once(worker, 'message');
  return worker;
}

const roundRow = (id: string) =>
  db().round.findUniqueOrThrow({ where: { id }, select: { state: true, step: true, failureReason: true } });

let lead: Actor;
beforeAll(async () => {
  await createTestDatabase();
  await createLabelledProject('reports', { seed: 20 });
  lead = await createPerson({ roles: { reports: ['lead'] } });
});
afterAll(() => {
  for (const worker of workers) worker.kill('SIGKILL');
});

describe('kill -9 of the worker in the middle of a round', () => {
  it('is survived: a second worker goes on from the last kept state and finishes', async () => {
    const recipe = embeddedRecipeSchema.parse({ engine: 'embedded', epochs: 120, documentsPerStep: 2 });
    const { id } = await startRound(lead, { projectId: 'reports', requestId: 'killed-in-training', recipe });
    const first = await startWorker();
    const begun = await vi.waitFor(() => storage().read(`rounds/${id}/states/1.bin`), patience);
    await vi.waitFor(async () => {
      const kept = await storage().read(`rounds/${id}/states/1.bin`);
      expect(kept.equals(begun), 'nothing was kept since the warm start').toBe(false);
    }, patience);
    first.kill('SIGKILL');
    await once(first, 'exit');
    expect(['training', 'preparing']).toContain((await roundRow(id)).state);

    await startWorker();
    await vi.waitFor(async () => expect((await roundRow(id)).state).toBe('ready'), patience);
    expect((await roundRow(id)).failureReason).toBeNull();
    expect(await db().roundAttempt.count({ where: { roundId: id } })).toBe(2);
    expect(await db().checkpoint.count({ where: { roundId: id } })).toBe(3);
    const resumed = await db().roundEvent.findFirstOrThrow({
      where: { roundId: id, attempt: 2, type: 'metrics' },
      orderBy: { id: 'asc' },
    });
    expect(resumed.step, 'the second attempt began at the beginning').toBeGreaterThan(1);
  });
});
