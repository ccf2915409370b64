import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { describeRecheck } from '@/lib/core/evaluation/describe-recheck';
import { embeddedRecipeSchema } from '@/lib/core/round/recipe';
import { scoringVersion } from '@/lib/core/scoring';
import { db } from '@/lib/server/db/client';
import { findDocumentScores } from '@/lib/server/repositories/evaluation';
import { listCheckpoints } from '@/lib/server/use-cases/checkpoints/list-checkpoints';
import { assignSplit } from '@/lib/server/use-cases/documents/assign-split';
import { checkEvaluation } from '@/lib/server/use-cases/evaluations/check-evaluation';
import { compareCheckpoints } from '@/lib/server/use-cases/evaluations/compare-checkpoints';
import { compareDocument } from '@/lib/server/use-cases/evaluations/compare-document';
import { compareDocuments } from '@/lib/server/use-cases/evaluations/compare-documents';
import { compareTransfer } from '@/lib/server/use-cases/evaluations/compare-transfer';
import { countMissing } from '@/lib/server/use-cases/evaluations/count-missing';
import { listEvaluations } from '@/lib/server/use-cases/evaluations/list-evaluations';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { checkAll } from '@/scripts/cli/check-evaluations';
import { handle as evaluate } from '@/workers/handlers/evaluate-checkpoint';
import { handle as runRound } from '@/workers/handlers/run-round';
import { createLabelledProject, type LabelledProject } from '../fixtures/labelled-project';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const projectId = 'reports';
const context = () => ({ signal: new AbortController().signal, workerId: 'test/1' });
const near = { split: 'transfer', suite: 'Near' } as const;
const far = { split: 'transfer', suite: 'Far' } as const;

let lead: Actor;
let project: LabelledProject;
let ids: string[];

beforeAll(async () => {
  await createTestDatabase();
  project = await createLabelledProject(projectId, { test: 10 });
  lead = await createPerson({ name: 'Lead', roles: { [projectId]: ['lead'] } });
  await assignSplit(lead, { projectId, documentIds: project.testIds.slice(0, 3), ...near });
  const recipe = embeddedRecipeSchema.parse({ engine: 'embedded', warmStartDocuments: 1, warmStartEpochs: 1, epochs: 3 });
  const { id: roundId } = await startRound(lead, { projectId, requestId: 'with-suites', recipe });
  await runRound({ roundId }, context());
  ids = (await listCheckpoints(lead, { projectId })).toReversed().map(({ id }) => id);
});

const evaluateAll = async (): Promise<void> => {
  for (const checkpointId of ids) await evaluate({ checkpointId }, context());
};
const rowsOf = (where: object) => db().evaluation.findMany({ where, orderBy: { id: 'asc' } });
/** The newest evaluation of the first checkpoint on the test split. */
const testEvaluation = async () => {
  const found = (await listEvaluations(lead, { projectId, ids: ids.slice(0, 1) })).find(({ split }) => split === 'test');
  if (!found) throw new Error('the first checkpoint has no evaluation on test');
  return found;
};
const check = async (evaluationId: string) => checkEvaluation(lead, { projectId, evaluationId });

describe('a round', () => {
  it('evaluates its checkpoints on each transfer suite beside validation and test', async () => {
    for (const checkpointId of ids) {
      const rows = await rowsOf({ checkpointId });
      expect(rows.map(({ split, suite, documentCount }) => `${split} ${suite} ${documentCount}`).toSorted()).toEqual([
        'test  7', 'transfer Near 3', 'validation  4',
      ]);
    }
  });

  it('keeps each document’s counts, figures and errors, which add up to the evaluation', async () => {
    const { id, documents, micro, metrics } = await testEvaluation();
    const scores = await findDocumentScores(id);
    expect(scores).toHaveLength(documents);
    expect(scores.reduce((sum, { matched }) => sum + matched, 0)).toBe(micro.matched);
    const exact = scores.filter((score) => score.metrics?.exact).length;
    expect(metrics?.exact.mean).toBeCloseTo(exact / documents, 12);
    const right = Object.values(metrics?.leaves.right ?? {}).reduce((sum, count) => sum + count, 0);
    expect(right).toBe(micro.matched);
    // The embedded engine says of every value how sure it is.
    expect(metrics?.calibration.count).toBe(micro.predicted);
  });
});

describe('the comparison on a transfer suite', () => {
  it('has figures, pairs, documents and leaves as on the test split', async () => {
    const comparison = await compareCheckpoints(lead, { projectId, ids, ...near });
    expect(comparison).toMatchObject(near);
    expect(comparison.checkpoints.every(({ documents, goldDocuments, isStale }) => documents === 3 && goldDocuments === 3 && !isStale)).toBe(true);
    expect(comparison.pairs[0]).toMatchObject({ documents: 3 });
    const { documents } = await compareDocuments(lead, { projectId, ids, ...near });
    expect(documents.map(({ documentId }) => documentId).toSorted()).toEqual(project.testIds.slice(0, 3).toSorted());
    const shown = await compareDocument(lead, { projectId, ids, documentId: project.testIds[0] ?? '' });
    expect(shown.leaves.length).toBeGreaterThan(0);
  });

  it('refuses a suite without a name, and a name without a suite', async () => {
    await expect(compareCheckpoints(lead, { projectId, ids, split: 'transfer' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(compareCheckpoints(lead, { projectId, ids, split: 'test', suite: 'Near' })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('the transfer table', () => {
  it('has the test split and each suite, each checkpoint against the first by the same pairs as the comparison', async () => {
    const { suites, rows } = await compareTransfer(lead, { projectId, ids });
    expect(suites).toEqual([{ suite: 'Near', documents: 3 }]);
    expect(rows.map(({ split, suite, documents }) => [split, suite, documents])).toEqual([['test', '', 7], ['transfer', 'Near', 3]]);
    for (const { split, suite, cells } of rows) {
      const { checkpoints, pairs } = await compareCheckpoints(lead, { projectId, ids, split, suite });
      expect(cells.map(({ micro }) => micro)).toEqual(checkpoints.map(({ micro }) => micro));
      expect(cells[0]?.difference).toBeNull();
      pairs.forEach(({ difference, documents }, index) => {
        expect(cells[index + 1]?.difference).toEqual({ ...difference, documents });
      });
    }
  });

  it('is empty where the project has no suite', async () => {
    await createLabelledProject('plain', { seed: 1, validation: 1, test: 1, queued: 0 });
    const round = await db().round.findFirstOrThrow({ where: { projectId }, select: { id: true } });
    const { role, name, engine, hash, storagePrefix } = await db().checkpoint.findFirstOrThrow({ where: { roundId: round.id } });
    const version = await db().schemaVersion.findFirstOrThrow({ where: { projectId: 'plain' } });
    const { id } = await db().checkpoint.create({
      data: { role, name, engine, hash, storagePrefix, projectId: 'plain', number: 1, schemaVersionId: version.id, manifest: {} },
    });
    const other = await createPerson({ roles: { plain: ['reviewer'] } });
    expect(await compareTransfer(other, { projectId: 'plain', ids: [id] })).toEqual({ suites: [], rows: [] });
  });

  it('says of a new suite that it is not evaluated, until somebody has it evaluated', async () => {
    await assignSplit(lead, { projectId, documentIds: project.testIds.slice(3, 5), ...far });
    const before = await compareTransfer(lead, { projectId, ids });
    expect(before.rows.map(({ suite }) => suite)).toEqual(['', 'Far', 'Near']);
    expect(before.rows[1]?.cells.every(({ micro, hasGold }) => micro === null && hasGold)).toBe(true);
    // The test split lost two documents: its figures are stale as well.
    expect((await countMissing(lead, { projectId, ids })).missing).toBe(2 * ids.length);
    await evaluateAll();
    const after = await compareTransfer(lead, { projectId, ids });
    expect(after.rows.flatMap(({ cells }) => cells).every(({ micro, isStale }) => micro !== null && !isStale)).toBe(true);
    expect((await countMissing(lead, { projectId, ids })).missing).toBe(0);
  });
});

describe('an evaluation', () => {
  it('is never changed: the database refuses, and evaluating again writes nothing', async () => {
    const before = await rowsOf({});
    const [first] = before;
    if (!first) throw new Error('there is no evaluation');
    await expect(db().evaluation.update({ where: { id: first.id }, data: { documentCount: 1 } })).rejects.toThrow(/never changed/);
    await expect(db().evaluationDocument.updateMany({ where: { evaluationId: first.id }, data: { matched: 0 } })).rejects.toThrow(/never changed/);
    await evaluateAll();
    expect(await rowsOf({})).toEqual(before);
  });

  it('comes out the same when it is computed again', async () => {
    const checked = await checkAll(lead, projectId, [{ id: ids[0] ?? '', number: 1 }]);
    const current = checked.filter(({ split, documents }) => split !== 'test' || documents === 5);
    expect(current).toHaveLength(4);
    for (const { check: found } of current) expect(found).toMatchObject({ isSame: true, addsUp: true, goldChanged: false, lostRows: 0 });
  });

  it('tells what moved: documents that left the split', async () => {
    const old = (await listEvaluations(lead, { projectId, ids: ids.slice(0, 1) })).find(({ split, documents }) => split === 'test' && documents === 7);
    const found = await check(old?.id ?? '');
    expect(found).toMatchObject({ isSame: false, addsUp: true, goldChanged: true, changes: { gone: 2, new: 0, moved: 0, 'no-prediction': 0 } });
    expect(found.documents.map(({ name }) => name)).toEqual(['report-19', 'report-20']);
    expect(describeRecheck(found).join(' ')).toContain('2 documents have no gold to score any more');
  });

  it('tells what moved: gold that changed, a prediction that is missing', async () => {
    const { id } = await testEvaluation();
    const [changed, lost] = project.testIds.slice(5);
    await db().document.update({ where: { id: changed ?? '' }, data: { givenGold: { name: 'Zoe Quill', age: '3', indicators: [] } } });
    await db().prediction.deleteMany({ where: { documentId: lost ?? '', checkpointId: ids[0] ?? '' } });
    const found = await check(id);
    expect(found.documents).toMatchObject([
      { documentId: changed, change: 'moved' },
      { documentId: lost, change: 'no-prediction' },
    ]);
    expect(found).toMatchObject({ isSame: false, addsUp: true, goldChanged: true });
  });

  it('tells what moved: a document that was deleted took its row with it', async () => {
    const { id } = await testEvaluation();
    await db().document.delete({ where: { id: project.testIds[7] ?? '' } });
    expect(await check(id)).toMatchObject({ isSame: false, addsUp: false, lostRows: 1 });
  });
});

describe('figures by an older scoring', () => {
  const older = { scoringVersion: 'hf-1', goldHash: 'as-it-was', unscorable: [], documentCount: 2 };
  const micro = { matched: 3, predicted: 4, gold: 4, precision: 0.75, recall: 0.75, f1: 0.75, low: 0.5, high: 1 };
  const oldSuite = { split: 'transfer', suite: 'Old' } as const;

  it('stay readable, are compared with nothing, and are not computed again by looking at them', async () => {
    await assignSplit(lead, { projectId, documentIds: project.testIds.slice(8), ...oldSuite });
    await db().evaluation.createMany({ data: ids.map((checkpointId) => ({ ...older, ...oldSuite, checkpointId, micro, fields: {} })) });
    const count = await db().evaluation.count();
    const { checkpoints, pairs } = await compareCheckpoints(lead, { projectId, ids, ...oldSuite });
    for (const checkpoint of checkpoints) expect(checkpoint).toMatchObject({ micro: null, metrics: null, older: { scoringVersion: 'hf-1', micro: { f1: 0.75 } } });
    expect(pairs.every(({ difference }) => difference === null)).toBe(true);
    const { rows } = await compareTransfer(lead, { projectId, ids });
    expect(rows.find(({ suite }) => suite === 'Old')?.cells.every((cell) => cell.micro === null && cell.olderScoring === 'hf-1')).toBe(true);
    const listed = await listEvaluations(lead, { projectId, ids });
    expect(listed.filter((one) => one.scoringVersion === 'hf-1')).toMatchObject(ids.map(() => ({ isCheckable: false, metrics: null })));
    const [one] = listed.filter(({ isCheckable }) => !isCheckable);
    await expect(check(one?.id ?? '')).rejects.toMatchObject({ code: 'not-ready', message: expect.stringContaining('hf-1') });
    expect(await db().evaluation.count()).toBe(count);
  });

  it('stand beside the new ones once somebody has evaluated again', async () => {
    const before = await rowsOf({ scoringVersion: 'hf-1' });
    await evaluateAll();
    expect(await rowsOf({ scoringVersion: 'hf-1' })).toEqual(before);
    const { checkpoints } = await compareCheckpoints(lead, { projectId, ids, ...oldSuite });
    for (const checkpoint of checkpoints) expect(checkpoint).toMatchObject({ older: null, documents: 2 });
    expect(await db().evaluation.count({ where: { ...oldSuite, scoringVersion } })).toBe(ids.length);
  });
});
