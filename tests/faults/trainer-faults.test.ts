import { rm } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import type { RecipeInput } from '@/lib/core/round/recipe';
import { db } from '@/lib/server/db/client';
import { getRound } from '@/lib/server/use-cases/rounds/get-round';
import { resumeRound } from '@/lib/server/use-cases/rounds/resume-round';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { handle as runRound } from '@/workers/handlers/run-outside-round';
import { probeCapabilities } from '@/workers/outside/probe';
import { localRunFolder } from '@/workers/outside/run-folders';
import { createLabelledProject, reportSchema } from '../fixtures/labelled-project';
import { addPagePictures, fakeTrainerSettings, setFakeTrainer } from '../fixtures/outside-round';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const recipe: RecipeInput = { engine: 'trl', preset: 'smoke', maxSteps: 5, checkpointEverySteps: 2, validateEverySteps: 2 };
const context = { signal: new AbortController().signal, workerId: 'box/1', cards: 1 };

let lead: Actor;
let requests = 0;

beforeAll(async () => {
  await createTestDatabase(fakeTrainerSettings);
  await createLabelledProject('reports', { seed: 8, validation: 3, test: 3 });
  await addPagePictures('reports');
  lead = await createPerson({ roles: { reports: ['lead'] } });
});
beforeEach(() => setFakeTrainer({}));

async function start(): Promise<string> {
  requests += 1;
  return (await startRound(lead, { projectId: 'reports', requestId: `request-${requests}`, recipe })).id;
}

/** What the page of the round says after one attempt, however that ended. */
async function pageAfterAttempt(roundId: string): Promise<string> {
  await runRound({ roundId }, context).catch(() => undefined);
  return (await getRound(lead, { projectId: 'reports', roundId })).stateInWords;
}

const logOf = async (roundId: string): Promise<string> =>
  JSON.stringify((await db().roundEvent.findMany({ where: { roundId, type: 'log' } })).map(({ payload }) => payload));

describe('a trainer that fails is told on the page of its round', () => {
  const fatal: readonly (readonly [string, RegExp])[] = [
    ['out-of-memory@3', /^failed: Memory ran out at step 2\. Repeat it with a smaller micro batch/],
    ['nan@3', /^failed: The loss stopped being a number at step 2\. Repeat it with a lower learning rate/],
    ['unscorable@1', /^failed: No completion could be scored before the first step/],
    ['wrong-model', /^failed: The trainer cannot use what it was given\. It said: the model HuggingFaceTB\/SmolVLM-256M-Instruct is not in the folder/],
    ['refused', /^failed: The pre-flight refused to start: It needs 45 GiB and the card has 24\. Gold is longer than a completion may be\.$/],
  ];
  for (const [fault, words] of fatal) {
    it(`${fault}: fails in words that say what to do`, async () => {
      setFakeTrainer({ fault });
      expect(await pageAfterAttempt(await start())).toMatch(words);
    });
  }

  it('a full disk pauses the round with its state; resumed it goes on where it was', async () => {
    setFakeTrainer({ fault: 'disk-full@3' });
    const id = await start();
    expect(await pageAfterAttempt(id)).toBe(
      'paused, step 2 of 5: the disk of the GPU worker is full. Free some room there, then resume; nothing that was saved is lost',
    );
    setFakeTrainer({});
    await resumeRound(lead, { projectId: 'reports', roundId: id });
    expect(await pageAfterAttempt(id)).toBe('ready');
    const started = await db().roundEvent.findMany({ where: { roundId: id, type: 'started' }, orderBy: { id: 'asc' } });
    expect(started.map(({ payload }) => (payload as { resumedFrom: number | null }).resumedFrom)).toEqual([null, 2]);
  });

  it('a killed trainer is started again from its state; the third that comes no further fails the round', async () => {
    setFakeTrainer({ fault: 'killed@3' });
    const id = await start();
    expect(await pageAfterAttempt(id)).toContain('interrupted');
    expect(await pageAfterAttempt(id)).toContain('interrupted');
    expect(await pageAfterAttempt(id)).toMatch(/^failed: The trainer was killed \(SIGKILL\) at step 2; the system does so when its memory runs out\.$/);
    const once = await start();
    await pageAfterAttempt(once);
    setFakeTrainer({});
    expect(await pageAfterAttempt(once)).toBe('ready');
  });

  it('a missing Python pauses the round and says what to run', async () => {
    const before = process.env['TRAINER_COMMAND'];
    const { adoptSettings } = await import('@/lib/server/env/env');
    adoptSettings({ TRAINER_COMMAND: '/nowhere/hundredfold-train' });
    const id = await start();
    expect(await pageAfterAttempt(id)).toBe('paused: the trainer could not be started on the GPU worker (ENOENT). Run "npm run trainer:install" there, then resume');
    expect((await probeCapabilities()).problems).toEqual(['the trainer is missing: /nowhere/hundredfold-train; run "npm run trainer:install" there']);
    adoptSettings({ TRAINER_COMMAND: before });
  });

  it('a Python environment that is broken keeps the worker from taking rounds', async () => {
    setFakeTrainer({ broken: true });
    const { engines, problems } = await probeCapabilities();
    expect(engines).toEqual([]);
    expect(problems?.[0]).toBe('the trainer does not start: ModuleNotFoundError: No module named torch; run "npm run trainer:install" there');
  });

  it('a damaged shard is never registered', async () => {
    setFakeTrainer({ fault: 'corrupted' });
    const id = await start();
    expect(await pageAfterAttempt(id)).toBe('failed: No trained checkpoint is whole, so there is nothing to keep. The log names what is wrong with each.');
    expect(await logOf(id)).toContain('adapter.safetensors of step-5 is damaged; it is left out.');
    expect(await db().checkpoint.count({ where: { roundId: id } })).toBe(0);
  });

  it('a checkpoint made from another base model is never registered', async () => {
    setFakeTrainer({ fault: 'other-model' });
    const id = await start();
    expect(await pageAfterAttempt(id)).toContain('failed: No trained checkpoint is whole');
    expect(await logOf(id)).toContain('step-5 was made from the model somebody/else, the round asks for HuggingFaceTB/SmolVLM-256M-Instruct');
    expect(await db().checkpoint.count({ where: { roundId: id } })).toBe(0);
  });

  it('a schema that changed meanwhile is a warning of the round', async () => {
    const id = await start();
    const changed = { ...reportSchema, properties: { ...reportSchema.properties, sex: { type: 'string' } } };
    const version = await db().schemaVersion.create({ data: { projectId: 'reports', number: 2, hash: 'changed', schema: changed as object } });
    expect(await pageAfterAttempt(id)).toBe('ready');
    const { summary } = await getRound(lead, { projectId: 'reports', roundId: id });
    expect(summary?.warnings).toEqual(['The schema was changed meanwhile: this round trained under version 1, the project is at version 2.']);
    await db().schemaVersion.delete({ where: { id: version.id } });
  });

  it('a run folder that was lost with its disk begins anew', async () => {
    setFakeTrainer({ fault: 'killed@3' });
    const id = await start();
    await pageAfterAttempt(id);
    await rm(localRunFolder(id), { recursive: true });
    setFakeTrainer({});
    expect(await pageAfterAttempt(id)).toBe('ready');
  });
});
