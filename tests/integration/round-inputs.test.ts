import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { isLabelled, readSnapshot } from '@/lib/core/round/dataset-snapshot';
import type { z } from 'zod';
import { db } from '@/lib/server/db/client';
import { storage } from '@/lib/server/storage/storage';
import { getRound } from '@/lib/server/use-cases/rounds/get-round';
import { getRoundSource } from '@/lib/server/use-cases/rounds/get-round-source';
import { listRoundSources } from '@/lib/server/use-cases/rounds/list-round-sources';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { handle as runRound } from '@/workers/handlers/run-outside-round';
import { localRunFolder } from '@/workers/outside/run-folders';
import { createLabelledProject, type LabelledProject } from '../fixtures/labelled-project';
import { addPagePictures, fakeTrainerSettings, setFakeTrainer } from '../fixtures/outside-round';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

type Start = Partial<Omit<z.input<(typeof startRound)['inputSchema']>, 'recipe'>> & { readonly recipe?: object };
const stage = { epochs: 1, learningRate: 1e-5 };
const recipe = { engine: 'trl', preset: 'smoke' } as const;

let lead: Actor;
let project: LabelledProject;
let first = { id: '', checkpointId: '', hash: '' };
let requests = 0;

async function start({ recipe: changes = {}, ...more }: Start = {}): Promise<string> {
  requests += 1;
  const { id } = await startRound(lead, { projectId: 'reports', requestId: `request-${requests}`, recipe: { ...recipe, ...changes }, ...more });
  return id;
}
const run = (roundId: string) => runRound({ roundId }, { signal: new AbortController().signal, workerId: 'box/1', cards: 0 });
/** Runs a round whose trainer leaves off at once: it is not over, and its run folder stays to be looked at. */
async function runAWhile(roundId: string): Promise<void> {
  setFakeTrainer({ fault: 'quits@1' });
  await expect(run(roundId)).rejects.toThrow('without having finished');
}
const view = (roundId: string) => getRound(lead, { projectId: 'reports', roundId });
const fileOf = (roundId: string, name: string): Promise<string> => readFile(path.join(localRunFolder(roundId), name), 'utf8');
const linesOf = async (roundId: string, name: string) =>
  (await fileOf(roundId, name)).split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, string>);

beforeAll(async () => {
  await createTestDatabase(fakeTrainerSettings);
  project = await createLabelledProject('reports', { seed: 6, validation: 3, test: 3, queued: 3 });
  await addPagePictures('reports');
  lead = await createPerson({ name: 'Lead', roles: { reports: ['lead'] } });
  setFakeTrainer({});
  const id = await start();
  await run(id);
  const { id: checkpointId, hash } = await db().checkpoint.findFirstOrThrow({ where: { roundId: id } });
  first = { id, checkpointId, hash };
});
beforeEach(() => setFakeTrainer({}));

describe('the run folder of a round', () => {
  it('begins with the pass rates of the newest round on the same model, unless it is to start afresh', async () => {
    expect(JSON.parse((await storage().read(`rounds/${first.id}/pass-rates.json`)).toString('utf8'))).toMatchObject({ format: 'hundredfold-pass-rates/1' });
    const carried = await start();
    await runAWhile(carried);
    expect(await fileOf(carried, 'pass-rates.json')).toBe((await storage().read(`rounds/${first.id}/pass-rates.json`)).toString('utf8'));
    expect((await view(carried)).inputs.passRatesFrom).toBe(first.id);
    const afresh = await start({ inputs: { passRates: 'afresh' } });
    const other = await start({ recipe: { model: 'somebody/else' } });
    for (const id of [afresh, other]) {
      await runAWhile(id);
      expect(await readdir(localRunFolder(id))).not.toContain('pass-rates.json');
    }
  });

  it('holds the files of the checkpoint that it starts from, and its hash', async () => {
    const id = await start({ parentCheckpointId: first.checkpointId });
    await runAWhile(id);
    expect((await readdir(path.join(localRunFolder(id), 'parent'))).sort()).toEqual(['adapter.safetensors', 'manifest.json']);
    expect(JSON.parse(await fileOf(id, 'spec.json'))).toMatchObject({ parent: first.hash, allow: [] });
    expect((await view(id)).parent).toMatchObject({ id: first.checkpointId, number: 1, roundId: first.id });
  });

  it('holds what the teacher reads in documents without a label; it reads them now where it has not yet', async () => {
    await db().prediction.deleteMany({ where: { checkpointId: first.checkpointId, documentId: project.queueIds[0] ?? '' } });
    const id = await start({ recipe: { distillation: stage }, inputs: { teacher: { checkpointId: first.checkpointId } } });
    await runAWhile(id);
    expect((await linesOf(id, 'teacher.jsonl')).map((line) => line['id']).sort()).toEqual([...project.queueIds].sort());
    const unlabelled = readSnapshot(await fileOf(id, 'dataset.jsonl')).filter(({ split }) => split === 'unlabelled');
    expect(unlabelled.map((document) => document.id)).toEqual(project.queueIds);
    expect((await view(id)).labels).toBe(6);
    const both = await start({ recipe: { distillation: stage }, inputs: { teacher: { checkpointId: first.checkpointId, documents: 'both', most: 1 } } });
    await runAWhile(both);
    expect(await linesOf(both, 'teacher.jsonl')).toHaveLength(7);
  });

  it('is spoken of beforehand: what fits to start from, and how much a checkpoint has read', async () => {
    const { checkpoints, passRates, cardGib } = await listRoundSources(lead, { projectId: 'reports' });
    expect(checkpoints).toMatchObject([{ id: first.checkpointId, parent: { number: 1, problem: null, schemaMisfit: null }, recipe: { engine: 'trl', preset: 'smoke' } }]);
    expect([passRates.map(({ roundId }) => roundId), cardGib]).toEqual([[first.id], null]);
    // The seed set was read for the round that distilled both.
    expect(await getRoundSource(lead, { projectId: 'reports', checkpointId: first.checkpointId })).toEqual({
      unlabelled: { documents: 3, read: 3 }, labelled: { documents: 6, read: 6 }, preferences: { pairs: 6, alike: 0, empty: 0, unread: 0 },
    });
    await expect(getRoundSource(lead, { projectId: 'reports', checkpointId: 'elsewhere' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('never holds a document of a held-out patient as one without a label', async () => {
    const ofTest = project.testIds[0] ?? '';
    await db().document.updateMany({ where: { id: { in: [project.queueIds[1] ?? '', ofTest] } }, data: { groupKey: 'patient-1' } });
    await db().document.update({ where: { id: project.queueIds[2] ?? '' }, data: { nearDuplicateOf: ofTest } });
    const id = await start({ recipe: { distillation: stage }, inputs: { teacher: { checkpointId: first.checkpointId } } });
    await runAWhile(id);
    expect((await linesOf(id, 'teacher.jsonl')).map((line) => line['id'])).toEqual([project.queueIds[0]]);
  });

  it('holds gold against what a checkpoint read otherwise, of the seed set alone', async () => {
    const id = await start({ recipe: { preferences: { ...stage, beta: 0.1 } }, inputs: { preferences: { checkpointId: first.checkpointId } } });
    await runAWhile(id);
    const pairs = await linesOf(id, 'preferences.jsonl');
    expect(pairs.map((line) => line['id']).sort()).toEqual([...project.seedIds].sort());
    const golds = new Map(readSnapshot(await fileOf(id, 'dataset.jsonl')).filter(isLabelled).map((document) => [document.id, document.gold]));
    for (const pair of pairs) {
      expect(JSON.parse(pair['chosen'] ?? '')).toEqual(golds.get(pair['id'] ?? ''));
      expect(Object.keys(JSON.parse(pair['rejected'] ?? '') as object)).toEqual(['age']);
    }
  });
});

describe('a round that the pre-flight refused', () => {
  it('shows the findings with the names of their documents, and goes on with those that somebody allows, on record', async () => {
    setFakeTrainer({ fault: 'refused' });
    const refused = await start();
    await expect(run(refused)).rejects.toThrow('The pre-flight refused to start');
    const { findings } = await view(refused);
    expect(findings.map(({ code, level }) => [code, level])).toEqual([['memory', 'refused'], ['answer-too-long', 'refused']]);
    expect(findings[1]?.documents).toEqual([{ id: expect.any(String), name: expect.stringMatching(/^report-\d$/) }]);
    const half = await start({ inputs: { allow: ['memory'] } });
    await expect(run(half)).rejects.toThrow('The pre-flight refused to start: Gold is longer than a completion may be.');
    const allowed = await start({ inputs: { allow: ['answer-too-long', 'memory'] } });
    await run(allowed);
    expect((await view(allowed)).state).toBe('ready');
    const said = await db().auditEvent.findMany({ where: { subject: `round:${allowed}` }, select: { action: true, userId: true } });
    expect(said).toEqual(expect.arrayContaining([{ action: 'allow-findings:answer-too-long,memory', userId: lead.userId }]));
    expect((await view(allowed)).inputs.allow).toEqual(['answer-too-long', 'memory']);
  });
});

describe('a round is refused before it is queued', () => {
  it.each([
    ['its teacher is not named', { recipe: { distillation: stage } }, 'Distillation needs a teacher'],
    ['nothing is named for preferences to reject', { recipe: { preferences: { ...stage, beta: 0.1 } } }, 'Preferences need a checkpoint'],
  ] satisfies readonly (readonly [string, Start, string])[])('where %s', async (_words, asked, message) => {
    await expect(start(asked)).rejects.toMatchObject({ code: 'not-ready', message: expect.stringContaining(message) });
  });

  it('where its parent does not fit, is of another project or has lost its files; and by the worker where they were lost since', async () => {
    const parentCheckpointId = first.checkpointId;
    await expect(start({ parentCheckpointId, recipe: { model: 'somebody/else' } })).rejects.toThrow('the recipe asks for somebody/else');
    await expect(start({ parentCheckpointId: 'elsewhere' })).rejects.toMatchObject({ code: 'not-found' });
    const queued = await start({ parentCheckpointId });
    const { storagePrefix } = await db().checkpoint.findUniqueOrThrow({ where: { id: parentCheckpointId } });
    await storage().removeAll(storagePrefix);
    await expect(start({ parentCheckpointId })).rejects.toThrow('Checkpoint 1 cannot be started from: its file manifest.json is no longer stored.');
    await expect(start({ recipe: { distillation: stage }, inputs: { teacher: { checkpointId: parentCheckpointId } } })).rejects.toThrow('Checkpoint 1 cannot teach');
    await expect(run(queued)).rejects.toThrow('is no longer stored');
    expect((await view(queued)).stateInWords).toContain('failed: Checkpoint 1 cannot be started from');
  });
});
