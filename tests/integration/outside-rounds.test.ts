import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import type { RecipeInput } from '@/lib/core/round/recipe';
import { roundSummarySchema } from '@/lib/core/round/summary';
import { db } from '@/lib/server/db/client';
import { claimRound } from '@/lib/server/repositories/round-attempt';
import { savePresence } from '@/lib/server/repositories/worker-presence';
import { storage } from '@/lib/server/storage/storage';
import { getRound } from '@/lib/server/use-cases/rounds/get-round';
import { cancelRound } from '@/lib/server/use-cases/rounds/cancel-round';
import { resumeRound } from '@/lib/server/use-cases/rounds/resume-round';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { stopRound } from '@/lib/server/use-cases/rounds/stop-round';
import { handle as runRound } from '@/workers/handlers/run-outside-round';
import { localRunFolder } from '@/workers/outside/run-folders';
import { createLabelledProject } from '../fixtures/labelled-project';
import { addPagePictures, fakeTrainerSettings, setFakeTrainer } from '../fixtures/outside-round';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

type TrlInput = Extract<RecipeInput, { engine: 'trl' }>;
const recipe: TrlInput = { engine: 'trl', preset: 'smoke', maxSteps: 6, checkpointEverySteps: 2, validateEverySteps: 2 };
const context = (signal = new AbortController().signal) => ({ signal, workerId: 'box/1', cards: 2 });
const patience = { timeout: 40_000, interval: 30 };

let lead: Actor;
let requests = 0;

beforeAll(async () => {
  await createTestDatabase(fakeTrainerSettings);
  await createLabelledProject('reports', { seed: 8, validation: 3, test: 4 });
  await addPagePictures('reports');
  lead = await createPerson({ name: 'Lead', roles: { reports: ['lead'] } });
});
beforeEach(() => setFakeTrainer({}));

async function start(changes: Partial<TrlInput> = {}, budgetGpuHours: number | null = null): Promise<string> {
  requests += 1;
  const { id } = await startRound(lead, { projectId: 'reports', requestId: `request-${requests}`, recipe: { ...recipe, ...changes }, budgetGpuHours });
  return id;
}

const view = (roundId: string) => getRound(lead, { projectId: 'reports', roundId });
const eventsOf = async (roundId: string, type: string) =>
  (await db().roundEvent.findMany({ where: { roundId, type }, orderBy: { id: 'asc' } })).map(({ payload }) => payload as Record<string, unknown>);
const untilStep = (roundId: string, step: number) =>
  vi.waitFor(async () => expect((await view(roundId)).step).toBeGreaterThanOrEqual(step), patience);

describe('a round whose engine is a process of its own', () => {
  it('waits in words until a worker that can run it is there', async () => {
    const id = await start();
    expect((await view(id)).stateInWords).toBe('queued: no GPU worker is connected; run "npm run worker:gpu" on the GPU box');
    const capabilities = { engines: [], cores: 2, memoryBytes: 2 ** 34, cards: [], problems: ['the trainer is not installed; run "npm run trainer:install" there'] };
    await savePresence({ id: 'box/2', kind: 'gpu', capabilities }, new Date());
    expect((await view(id)).stateInWords).toContain('a GPU worker is connected, but the trainer is not installed');
    await savePresence({ id: 'box/2', kind: 'gpu', capabilities: { ...capabilities, engines: ['trl'], problems: [] } }, new Date());
    expect((await view(id)).stateInWords).toBe('queued');
    const large = await start({ preset: 'small' });
    expect((await view(large)).stateInWords).toContain('it has no GPU, and the preset small needs one');
    for (const roundId of [id, large]) await cancelRound(lead, { projectId: 'reports', roundId });
  });

  it('keeps the whole recipe that its preset fills in', async () => {
    const id = await start();
    const stored = (await db().round.findUniqueOrThrow({ where: { id } })).recipe;
    expect(stored).toMatchObject({ engine: 'trl', preset: 'smoke', maxSteps: 6, learningRate: 1e-5, loss: 'token' });
    await cancelRound(lead, { projectId: 'reports', roundId: id });
  });

  it('ends ready: events forwarded, the best checkpoint home and verified, evaluated by the trainer, nothing left on the box', async () => {
    setFakeTrainer({ bestStep: 4 });
    const id = await start();
    await runRound({ roundId: id }, context());
    const round = await view(id);
    expect([round.state, round.failureReason, round.step]).toEqual(['ready', null, 6]);
    expect((await eventsOf(id, 'metrics')).map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await eventsOf(id, 'output')).toMatchObject([{ lines: ['loading weights 100%'] }]);
    expect(round.checkpoints).toMatchObject([{ role: 'trained', step: 4, name: `Round ${round.number}, trained` }]);
    const [checkpoint] = await db().checkpoint.findMany({ where: { roundId: id } });
    expect(await storage().read(`${checkpoint?.storagePrefix}/adapter.safetensors`)).toEqual(Buffer.alloc(2_000, 4));
    expect(round.summary?.checkpoints[0]?.test?.documents).toBe(4);
    expect(roundSummarySchema.parse(round.summary).bestStep).toBe(4);
    const predictions = await db().prediction.findMany({ where: { checkpointId: checkpoint?.id ?? '' }, omit: { completion: false, confidence: false, evidence: false } });
    expect(predictions.map(({ completion }) => completion).every((text) => text?.startsWith('{"age"'))).toBe(true);
    for (const { confidence, evidence } of predictions) {
      expect(confidence).toEqual({ '/age': 0.75 });
      expect(evidence).toMatchObject({ '/age': [{ page: 0 }] });
    }
    expect(round.gpuHours).toBeGreaterThan(0);
    expect(existsSync(localRunFolder(id))).toBe(false);
  });

  it('is finished by what finished.json says, even where the process dies on its way out', async () => {
    setFakeTrainer({ exitAfterFinish: 1 });
    const id = await start();
    await runRound({ roundId: id }, context());
    expect((await view(id)).state).toBe('ready');
  });

  it('is not finished by exit code 0 alone', async () => {
    setFakeTrainer({ fault: 'quits@3' });
    const id = await start();
    await expect(runRound({ roundId: id }, context())).rejects.toThrow('without having finished');
    expect((await view(id)).state).toBe('interrupted');
  });

  it('pauses with its state kept and goes on where it was, the schema of the prompt in its own order', async () => {
    setFakeTrainer({ stepMs: 150 });
    const id = await start({ maxSteps: 40, epochs: 40 });
    const running = runRound({ roundId: id }, context());
    await untilStep(id, 2);
    await stopRound(lead, { projectId: 'reports', roundId: id, how: 'pause' });
    await running;
    const paused = await view(id);
    expect(paused.stateInWords).toMatch(/^paused, step \d+ of 40$/);
    const spec = JSON.parse(await readFile(`${localRunFolder(id)}/spec.json`, 'utf8')) as { schemaText: string };
    expect(Object.keys((JSON.parse(spec.schemaText) as { properties: object }).properties)).toEqual(['name', 'age', 'indicators']);
    expect(await claimRound(id, 'somebody')).toEqual({ kind: 'over' });
    setFakeTrainer({});
    await resumeRound(lead, { projectId: 'reports', roundId: id });
    expect(await resumeRound(lead, { projectId: 'reports', roundId: id })).toEqual({ state: 'queued' });
    await runRound({ roundId: id }, context());
    expect((await view(id)).state).toBe('ready');
    const [, second] = await eventsOf(id, 'started');
    expect(second?.['resumedFrom']).toBe(paused.step);
    expect((await eventsOf(id, 'metrics')).map(({ step }) => step)).toEqual(Array.from({ length: 40 }, (_, place) => place + 1));
  });

  it('stops early and keeps the best so far', async () => {
    setFakeTrainer({ stepMs: 150, bestStep: 2 });
    const id = await start({ maxSteps: 40, epochs: 40 });
    const running = runRound({ roundId: id }, context());
    await untilStep(id, 3);
    await stopRound(lead, { projectId: 'reports', roundId: id, how: 'keep-best' });
    await running;
    const round = await view(id);
    expect(round.state).toBe('ready');
    expect(round.step).toBeLessThan(40);
    expect(round.checkpoints).toMatchObject([{ role: 'trained', step: 2 }]);
  });

  it('stops early where its budget is spent, and says so', async () => {
    setFakeTrainer({ stepMs: 150 });
    const id = await start({ maxSteps: 40, epochs: 40 }, 1e-9);
    await runRound({ roundId: id }, context());
    const round = await view(id);
    expect(round.state).toBe('ready');
    expect(round.step).toBeLessThan(40);
    expect(round.summary?.warnings).toContainEqual(expect.stringContaining('budget of 1e-9 GPU-hours is spent'));
  });

  it('is cancelled while it trains, trainer and all', async () => {
    setFakeTrainer({ stepMs: 150, deaf: true });
    const id = await start();
    const running = runRound({ roundId: id }, context());
    await untilStep(id, 1);
    const pid = Number(await readFile(`${localRunFolder(id)}/trainer.lock`, 'utf8'));
    await cancelRound(lead, { projectId: 'reports', roundId: id });
    await running;
    expect((await view(id)).state).toBe('cancelled');
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await expect(readFile(`${localRunFolder(id)}/dataset.jsonl`), 'pictures and data stay on the box').rejects.toThrow('ENOENT');
  });

  it('lets its worker stop in order: the trainer saves its step, another attempt goes on', async () => {
    setFakeTrainer({ stepMs: 150 });
    const id = await start({ maxSteps: 40, epochs: 40 });
    const stop = new AbortController();
    const running = runRound({ roundId: id }, context(stop.signal));
    await untilStep(id, 2);
    stop.abort();
    await expect(running).rejects.toThrow('this worker is to stop');
    expect((await view(id)).state).toBe('interrupted');
    setFakeTrainer({});
    await runRound({ roundId: id }, context());
    expect((await view(id)).state).toBe('ready');
    expect((await eventsOf(id, 'started'))[1]?.['resumedFrom']).toBeGreaterThanOrEqual(2);
  });

  it('kills its trainer where the claim is lost, and writes nothing more', async () => {
    setFakeTrainer({ stepMs: 100, deaf: true });
    const id = await start({ maxSteps: 200, epochs: 200 });
    const running = runRound({ roundId: id }, context());
    await untilStep(id, 2);
    const claim = await vi.waitFor(async () => {
      await db().roundAttempt.updateMany({ where: { roundId: id }, data: { heartbeatAt: new Date(0) } });
      const taken = await claimRound(id, 'box/9');
      expect(taken.kind).toBe('claimed');
      return taken;
    }, patience);
    await running;
    expect(claim).toEqual({ kind: 'claimed', attempt: 2 });
    const pid = Number(await readFile(`${localRunFolder(id)}/trainer.lock`, 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect((await view(id)).state).toBe('interrupted');
    await cancelRound(lead, { projectId: 'reports', roundId: id });
  });
});
