import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { getRound } from '@/lib/server/use-cases/rounds/get-round';
import { resumeRound } from '@/lib/server/use-cases/rounds/resume-round';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { stopRound } from '@/lib/server/use-cases/rounds/stop-round';
import { createLabelledProject } from '../fixtures/labelled-project';
import { addPagePictures } from '../fixtures/outside-round';
import { findTrainerPython, realTrainerSettings, runTrainer } from '../fixtures/real-trainer';
import { createPerson } from '../setup/people';
import { createTestDatabase, type TestDatabase } from '../setup/test-database';

const found = findTrainerPython();
const lacking = 'reason' in found ? ` (${found.reason})` : '';
const minutes = 60_000;
const patience = { timeout: 10 * minutes, interval: 100 };

describe.skipIf('reason' in found)(`the real trainer, killed, paused and stopped in the middle of its round${lacking}`, () => {
  let lead: Actor;
  let database: TestDatabase;
  let worker: ChildProcess | undefined;

  beforeAll(async () => {
    if (!('python' in found)) return;
    database = await createTestDatabase();
    const models = path.join(database.dataDir, 'models');
    Object.assign(process.env, realTrainerSettings(found.python, models));
    await runTrainer(found.python, 'hundredfold_trainer', 'tiny-model', 'smolvlm', path.join(models, 'SmolVLM-256M-Instruct'));
    await createLabelledProject('reports', { seed: 5, validation: 3, test: 1, queued: 0 });
    await addPagePictures('reports');
    lead = await createPerson({ roles: { reports: ['lead'] } });
    worker = spawn(process.execPath, ['--import', 'tsx', 'workers/gpu.ts'], { env: process.env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    await once(worker, 'message');
  }, 10 * minutes);
  afterAll(() => worker?.kill('SIGKILL'));

  const view = (roundId: string) => getRound(lead, { projectId: 'reports', roundId });
  const untilStep = (roundId: string, step: number) =>
    vi.waitFor(async () => expect((await view(roundId)).step).toBeGreaterThanOrEqual(step), patience);

  it('goes on where it was, step by step, to one registered checkpoint', async () => {
    const recipe = { engine: 'trl', preset: 'smoke', epochs: 100, maxSteps: 60, saveEverySteps: 1, maxCompletionTokens: 128 } as const;
    const { id } = await startRound(lead, { projectId: 'reports', requestId: 'the-real-one-is-killed', recipe });

    await untilStep(id, 2);
    const trainer = Number.parseInt(await readFile(path.join(database.dataDir, 'runs', id, 'trainer.lock'), 'utf8'), 10);
    process.kill(trainer, 'SIGKILL');
    await vi.waitFor(async () => expect((await view(id)).attempt).toBe(2), patience);
    const killedAt = (await view(id)).step;

    await untilStep(id, killedAt + 2);
    await stopRound(lead, { projectId: 'reports', roundId: id, how: 'pause' });
    await vi.waitFor(async () => expect((await view(id)).state).toBe('paused'), patience);
    const pausedAt = (await view(id)).step;
    await resumeRound(lead, { projectId: 'reports', roundId: id });

    await untilStep(id, pausedAt + 1);
    await stopRound(lead, { projectId: 'reports', roundId: id, how: 'keep-best' });
    await vi.waitFor(async () => expect((await view(id)).stateInWords).toBe('ready'), patience);

    const round = await view(id);
    expect(round.step).toBeLessThan(60);
    expect(round.plannedSteps).toBe(60);
    expect(await db().checkpoint.count({ where: { roundId: id } })).toBe(1);
    expect(round.checkpoints).toMatchObject([{ role: 'trained', step: round.step }]);
    const events = await db().roundEvent.findMany({ where: { roundId: id, type: { in: ['started', 'metrics'] } }, orderBy: { id: 'asc' } });
    const starts = events.filter(({ type }) => type === 'started').map(({ payload }) => (payload as { resumedFrom: number | null }).resumedFrom);
    expect(starts).toEqual([null, expect.any(Number), pausedAt]);
    expect(starts[1], 'more than the step at work was lost').toBeGreaterThanOrEqual(killedAt - 1);
    const steps = new Set(events.flatMap(({ type, step }) => (type === 'metrics' && step !== null ? [step] : [])));
    expect([...steps], 'a step was left out').toEqual(Array.from({ length: round.step }, (_, place) => place + 1));
  }, 30 * minutes);
});
