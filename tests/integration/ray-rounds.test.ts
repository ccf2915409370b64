import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import type { RecipeInput } from '@/lib/core/round/recipe';
import { db } from '@/lib/server/db/client';
import { adoptSettings } from '@/lib/server/env/env';
import { ringEvaluations } from '@/lib/server/evaluation/ring-evaluations';
import { countPending } from '@/lib/server/queue/enqueue';
import { claimRound } from '@/lib/server/repositories/round-attempt';
import { savePresence } from '@/lib/server/repositories/worker-presence';
import { cancelRound } from '@/lib/server/use-cases/rounds/cancel-round';
import { getRound } from '@/lib/server/use-cases/rounds/get-round';
import { resumeRound } from '@/lib/server/use-cases/rounds/resume-round';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { stopRound } from '@/lib/server/use-cases/rounds/stop-round';
import { prepareEnvironment } from '@/scripts/python-checks/prepare-environment';
import { handle as evaluate } from '@/workers/handlers/evaluate-ray-checkpoint';
import { handle as runRound } from '@/workers/handlers/run-ray-round';
import { endStrayJobs } from '@/workers/ray/end-stray-jobs';
import { probeRay } from '@/workers/ray/probe-ray';
import { createRayClient, type RayClient } from '@/workers/ray/ray-client';
import { raySettings } from '@/workers/ray/ray-settings';
import { sweepSharedFolders } from '@/workers/ray/sweep-shared-folders';
import { createLabelledProject } from '../fixtures/labelled-project';
import { addPagePictures, type FakeTrainer } from '../fixtures/outside-round';
import { type RayHead, startRayHead } from '../fixtures/ray-head';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const minutes = 60_000;
const patience = { timeout: 2 * minutes, interval: 100 };
const found = prepareEnvironment();
if (found.kind === 'broken') throw new Error(found.detail);

const realTrainer = 'python -m hundredfold_trainer';
const fakeTrainer = `${process.execPath} ${path.resolve('tests/fixtures/fake-trainer.mjs')}`;
/** Far longer than the tests take: it ends where it is asked to, on a slow machine too. */
const fakeRecipe: RecipeInput = { engine: 'ray', preset: 'smoke', epochs: 1000, maxSteps: 2000, workers: 2, documentsPerStep: 2 };

/** Changes settings of this process and of workers that it starts. */
function set(settings: Readonly<Record<string, string>>): void {
  Object.assign(process.env, settings);
  adoptSettings({});
}
/** What the next jobs run, in the place of the real trainer. */
const setFake = (settings: FakeTrainer) =>
  set({ RAY_TRAINER_COMMAND: fakeTrainer, RAY_JOB_ENV: `FAKE_TRAINER=${JSON.stringify(settings)}` });

describe.skipIf(found.kind === 'lacking')(`rounds on a Ray cluster${found.kind === 'lacking' ? ` (${found.reason})` : ''}`, () => {
  const python = found.kind === 'ready' ? found.python : '';
  const workers: ChildProcess[] = [];
  let head: RayHead | undefined;
  let client: RayClient;
  let lead: Actor;
  let requests = 0;

  beforeAll(async () => {
    const runDir = await mkdtemp(path.join(inject('scratchDir'), 'shared-'));
    const models = path.join(runDir, 'models');
    const environment = { ...process.env, PYTHONPATH: path.resolve('trainer/src'), OMP_NUM_THREADS: '1' };
    const tinyModel = ['-m', 'hundredfold_trainer', 'tiny-model', 'smolvlm', path.join(models, 'SmolVLM-256M-Instruct')];
    const [started] = await Promise.all([
      startRayHead(python),
      createTestDatabase({ RAY_RUN_DIR: runDir, TRAINER_MODELS: models, TRAINER_GRACE_SECONDS: '20' }),
      promisify(execFile)(python, tinyModel, { env: environment }),
    ]);
    head = started;
    set({ RAY_ADDRESS: head.address, RAY_AUTH_TOKEN: head.token });
    ({ client } = raySettings());
    await createLabelledProject('reports', { seed: 6, validation: 3, test: 3, queued: 1 });
    await addPagePictures('reports');
    lead = await createPerson({ roles: { reports: ['lead'] } });
  }, 5 * minutes);
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await head?.stop();
  }, minutes);

  async function start(recipe: RecipeInput, budgetGpuHours: number | null = null): Promise<string> {
    requests += 1;
    return (await startRound(lead, { projectId: 'reports', requestId: `on-ray-${requests}`, recipe, budgetGpuHours })).id;
  }
  const view = (roundId: string) => getRound(lead, { projectId: 'reports', roundId });
  const run = (roundId: string, signal = new AbortController().signal) => runRound({ roundId }, { signal, workerId: 'box/1' });
  const untilStep = (roundId: string, step: number) =>
    vi.waitFor(async () => expect((await view(roundId)).step).toBeGreaterThanOrEqual(step), patience);
  const eventsOf = async (roundId: string, type: string) =>
    (await db().roundEvent.findMany({ where: { roundId, type }, orderBy: { id: 'asc' } })).map(({ payload }) => payload as Record<string, unknown>);
  const jobOf = async (roundId: string) => (await db().round.findUniqueOrThrow({ where: { id: roundId } })).rayJob ?? '';
  const statusOf = async (job: string) => (await client.find(job))?.status;

  it('says in words what keeps a cluster from being used', async () => {
    const address = client.address;
    const faultOf = (other: string, token: string | undefined) => createRayClient({ address: other, token }).look().catch((error: Error) => error.message);
    expect(await faultOf(address, undefined)).toBe(`the Ray cluster at ${address} wants a token; set RAY_AUTH_TOKEN on the GPU worker`);
    expect(await faultOf(address, 'wrong')).toBe(`the Ray cluster at ${address} does not know this token; look at RAY_AUTH_TOKEN on the GPU worker`);
    expect(await faultOf('http://127.0.0.1:9', 'x')).toMatch(/^the Ray cluster at http:\/\/127\.0\.0\.1:9 cannot be reached \(\w+/);
    const other = createServer((_request, response) => response.end('<html>')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    expect(await faultOf(`http://127.0.0.1:${(other.address() as AddressInfo).port}`, 'x')).toContain('is no Ray cluster');
    other.close();
    expect(await probeRay(raySettings())).toMatchObject({ version: expect.stringMatching(/^2\./), cores: 2, gpus: 0, problem: null });
    const file = path.join(inject('scratchDir'), 'no-folder');
    await writeFile(file, '');
    expect((await probeRay({ ...raySettings(), runDir: file })).problem).toContain('cannot be written to (EEXIST)');
  });

  it('is one job however often its start is submitted, and is unknown once it is removed', async () => {
    const job = { submissionId: 'hundredfold-twice', entrypoint: 'echo said; exit 4', runtimeEnv: {}, metadata: { eventsFrom: '7' } };
    await client.submit(job);
    await client.submit(job);
    await vi.waitFor(async () => expect(await client.find(job.submissionId)).toMatchObject({ status: 'FAILED', exitCode: 4, metadata: { eventsFrom: '7' } }), patience);
    expect(await client.logsFrom(job.submissionId, 0)).toContain('said\n');
    await client.remove(job.submissionId);
    expect(await client.find(job.submissionId)).toBeNull();
  });

  it('trains with the real trainer in two workers and is evaluated by a job of the cluster', async () => {
    set({ RAY_TRAINER_COMMAND: realTrainer, RAY_JOB_ENV: 'HF_HUB_OFFLINE=1 OMP_NUM_THREADS=1' });
    const id = await start({ engine: 'ray', preset: 'smoke', workers: 2, validateEverySteps: 1, maxCompletionTokens: 128, documentsPerStep: 2 });
    await run(id);
    const round = await view(id);
    expect([round.state, round.failureReason, round.step, round.gpuHours]).toEqual(['ready', null, 2, 0]);
    expect(round.summary?.checkpoints[0]).toMatchObject({ role: 'trained', validation: { documents: 3 }, test: { documents: 3 } });
    const checkpoint = await db().checkpoint.findFirstOrThrow({ where: { roundId: id } });
    expect(checkpoint.engine).toBe('trl');
    expect(await db().prediction.count({ where: { checkpointId: checkpoint.id } })).toBe(7);
    expect(await eventsOf(id, 'started')).toMatchObject([{ worldSize: 2 }]);
    expect((await eventsOf(id, 'metrics')).map(({ step }) => step)).toEqual([1, 2]);
    expect((await eventsOf(id, 'output')).length).toBeGreaterThan(0);
    expect(JSON.stringify(await eventsOf(id, 'log'))).not.toContain('a line that is no event');
  }, 5 * minutes);

  it('goes on while its worker is away, and is taken up where its events stand', async () => {
    setFake({ stepMs: 100 });
    const id = await start(fakeRecipe);
    const worker = spawn(process.execPath, ['--import', 'tsx', 'workers/gpu.ts'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    workers.push(worker);
    await untilStep(id, 2);
    const said = await db().workerPresence.findFirstOrThrow({ where: { kind: 'gpu' } });
    expect(said.capabilities).toMatchObject({ engines: ['ray'], problems: [], ray: { address: client.address, gpus: 0, cores: 2, problem: null } });
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    const job = await jobOf(id);
    await db().roundAttempt.updateMany({ where: { roundId: id }, data: { heartbeatAt: new Date(Date.now() - minutes) } });

    // Another worker takes it up, and is told to stop.
    const stop = new AbortController();
    const second = run(id, stop.signal);
    await untilStep(id, 8);
    stop.abort();
    await expect(second).rejects.toThrow('this worker is to stop');
    expect([await statusOf(job), await jobOf(id)]).toEqual(['RUNNING', job]);

    // A third loses its claim to a fourth, which pauses: a stop long enough to save.
    const third = run(id);
    await untilStep(id, 12);
    await vi.waitFor(async () => {
      await db().roundAttempt.updateMany({ where: { roundId: id }, data: { heartbeatAt: new Date(0) } });
      expect((await claimRound(id, 'box/9')).kind).toBe('claimed');
    }, patience);
    await third;
    expect([await statusOf(job), await jobOf(id)]).toEqual(['RUNNING', job]);
    await db().roundAttempt.updateMany({ where: { roundId: id }, data: { heartbeatAt: new Date(0) } });
    await stopRound(lead, { projectId: 'reports', roundId: id, how: 'keep-best' });
    await run(id);
    const round = await view(id);
    expect([round.state, round.failureReason]).toEqual(['ready', null]);
    expect(round.step).toBeGreaterThanOrEqual(12);
    expect(round.step).toBeLessThan(2000);
    expect((await eventsOf(id, 'started')).length).toBe(1);
    expect(round.gpuHours).toBe(0);
    expect((await eventsOf(id, 'metrics')).map(({ step }) => step)).toEqual(Array.from({ length: round.step }, (_, place) => place + 1));

    // With no trainer anywhere else, what is rung for later is predicted by the cluster too.
    const checkpoint = await db().checkpoint.findFirstOrThrow({ where: { roundId: id } });
    const { count } = await db().prediction.deleteMany({ where: { checkpointId: checkpoint.id } });
    await savePresence({ id: 'box/3', kind: 'gpu', capabilities: { engines: ['ray'], cores: 2, memoryBytes: 1 } }, new Date());
    const pending = await countPending('ray');
    await ringEvaluations([checkpoint]);
    expect(await countPending('ray')).toBe(pending + 1);
    await evaluate({ checkpointId: checkpoint.id }, { signal: new AbortController().signal, workerId: 'box/3' });
    expect(await db().prediction.count({ where: { checkpointId: checkpoint.id } })).toBe(1);
    expect(count).toBe(7);
  }, 5 * minutes);

  it('is stopped with time enough to save, submitted anew on resume, and ended where it was cancelled meanwhile', async () => {
    setFake({ stepMs: 100, saveMs: 4_000 });
    const id = await start(fakeRecipe);
    const first = run(id);
    await untilStep(id, 2);
    const job = await jobOf(id);
    await stopRound(lead, { projectId: 'reports', roundId: id, how: 'pause' });
    await first;
    const paused = await view(id);
    expect(paused.stateInWords).toMatch(/^paused, step \d+ of 2000$/);
    // Without its grace Ray would have killed it after three seconds.
    expect(await eventsOf(id, 'stopped')).toMatchObject([{ step: paused.step, reason: 'asked' }]);
    expect([await statusOf(job), await jobOf(id)]).toEqual(['STOPPED', '']);

    setFake({ stepMs: 100 });
    await resumeRound(lead, { projectId: 'reports', roundId: id });
    const stop = new AbortController();
    const second = run(id, stop.signal);
    await untilStep(id, paused.step + 2);
    expect((await eventsOf(id, 'started')).at(-1)).toMatchObject({ resumedFrom: paused.step });
    stop.abort();
    await expect(second).rejects.toThrow('this worker is to stop');
    const next = await jobOf(id);
    expect(next).not.toBe(job);
    await cancelRound(lead, { projectId: 'reports', roundId: id });
    await vi.waitFor(async () => {
      await endStrayJobs(client);
      expect([await statusOf(next), await jobOf(id)]).toEqual(['STOPPED', '']);
    }, patience);
    const { runDir } = raySettings();
    expect(await readdir(runDir)).toContain(id);
    await sweepSharedFolders(runDir, new Date());
    expect((await readdir(runDir)).sort()).toEqual(['checkpoints', 'models']);
  }, 5 * minutes);

  it('is submitted again where its job died with its cluster, and fails in words where that does not help', async () => {
    setFake({ fault: 'killed@3' });
    const id = await start(fakeRecipe);
    await db().round.update({ where: { id }, data: { rayJob: 'hundredfold-of-a-cluster-that-is-gone' } });
    for (const attempt of [1, 2, 3]) await expect(run(id), `attempt ${attempt}`).rejects.toThrow('The trainer was killed (SIGKILL) at step');
    expect((await view(id)).stateInWords).toMatch(/^failed: The trainer was killed \(SIGKILL\)/);
    setFake({});
    const waiting = await start(fakeRecipe);
    set({ RAY_AUTH_TOKEN: 'of-another-cluster' });
    await run(waiting);
    expect((await view(waiting)).stateInWords).toMatch(/^paused: the Ray cluster at .* does not know this token; look at RAY_AUTH_TOKEN on the GPU worker, then resume$/);
  }, 5 * minutes);
});
