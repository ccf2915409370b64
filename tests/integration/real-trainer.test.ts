import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { storage } from '@/lib/server/storage/storage';
import { getRollouts } from '@/lib/server/use-cases/rounds/get-rollouts';
import { getRound } from '@/lib/server/use-cases/rounds/get-round';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { prepareEnvironment } from '@/scripts/python-checks/prepare-environment';
import { handle as runRound } from '@/workers/handlers/run-outside-round';
import { probeCapabilities } from '@/workers/outside/probe';
import { createLabelledProject } from '../fixtures/labelled-project';
import { addPagePictures } from '../fixtures/outside-round';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

/** A Python with the trainer's packages; the one of the trainer's own checks unless named. */
function findPython(): { readonly python: string } | { readonly reason: string } {
  const given = process.env['HUNDREDFOLD_TRAINER_PYTHON'];
  if (given !== undefined) return { python: given };
  const made = prepareEnvironment();
  if (made.kind === 'broken') throw new Error(made.detail);
  return made;
}

const found = findPython();
const minutes = 60_000;

/** The trainer's sources of this clone, whatever the environment was made from. */
function adoptPython(python: string, models: string): void {
  Object.assign(process.env, {
    PYTHONPATH: path.resolve('trainer/src'), OMP_NUM_THREADS: '1', HF_HUB_OFFLINE: '1', PYTHONDONTWRITEBYTECODE: '1',
    TRAINER_COMMAND: `${python} -m hundredfold_trainer`, TRAINER_MODELS: models,
  });
}

describe.skipIf('reason' in found)(`the real trainer on the preset smoke${'reason' in found ? ` (${found.reason})` : ''}`, () => {
  let lead: Actor;
  const python = 'python' in found ? found.python : '';

  beforeAll(async () => {
    const { dataDir } = await createTestDatabase();
    const models = path.join(dataDir, 'models');
    adoptPython(python, models);
    const made = spawnSync(python, ['-m', 'hundredfold_trainer', 'tiny-model', 'smolvlm', path.join(models, 'SmolVLM-256M-Instruct')], { encoding: 'utf8' });
    expect(made.status, made.stderr).toBe(0);
    await createLabelledProject('reports', { seed: 6, validation: 3, test: 3, queued: 1 });
    await addPagePictures('reports');
    lead = await createPerson({ roles: { reports: ['lead'] } });
  }, 5 * minutes);

  it('is found by the worker', async () => {
    const { engines, problems } = await probeCapabilities();
    expect([engines, problems]).toEqual([['trl'], []]);
  }, 2 * minutes);

  it('trains, sends its checkpoint home, predicts with it and is compared like any other', async () => {
    const recipe = { engine: 'trl', preset: 'smoke', validateEverySteps: 1, maxCompletionTokens: 128 } as const;
    const { id } = await startRound(lead, { projectId: 'reports', requestId: 'the-real-trainer', recipe });
    await runRound({ roundId: id }, { signal: new AbortController().signal, workerId: 'box/1' });
    const round = await getRound(lead, { projectId: 'reports', roundId: id });
    expect([round.state, round.failureReason, round.step, round.plannedSteps]).toEqual(['ready', null, 2, 2]);
    expect(round.checkpoints).toMatchObject([{ role: 'trained' }]);
    expect(round.summary?.checkpoints[0]).toMatchObject({ validation: { documents: 3 }, test: { documents: 3 } });
    const checkpoint = await db().checkpoint.findFirstOrThrow({ where: { roundId: id } });
    const { files } = checkpoint.manifest as unknown as { files: readonly { name: string; bytes: number }[] };
    for (const { name, bytes } of files) expect((await storage().read(`${checkpoint.storagePrefix}/${name}`)).length).toBe(bytes);
    expect(await db().prediction.count({ where: { checkpointId: checkpoint.id } })).toBe(7);
    const types = await db().roundEvent.groupBy({ by: ['type'], where: { roundId: id } });
    expect(types.map(({ type }) => type)).toEqual(expect.arrayContaining(['started', 'preflight', 'metrics', 'rollout', 'validation', 'checkpoint', 'finished']));
    const warnings = await db().roundEvent.findMany({ where: { roundId: id, type: 'log' } });
    expect(JSON.stringify(warnings.map(({ payload }) => payload))).not.toContain('a line that is no event');
    const { rollouts } = await getRollouts(lead, { projectId: 'reports', roundId: id });
    expect(rollouts[0]).toMatchObject({ inspected: expect.any(Object), rewardFormat: expect.any(Number) });
  }, 10 * minutes);
});
