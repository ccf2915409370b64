import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { suggestFor } from '@/lib/server/prelabels/suggest';
import { setPromotedCheckpoint } from '@/lib/server/repositories/checkpoint';
import { storage } from '@/lib/server/storage/storage';
import { openAnnotation } from '@/lib/server/use-cases/annotations/open-annotation';
import { getProjectSettings } from '@/lib/server/use-cases/projects/get-project-settings';
import { updateProject } from '@/lib/server/use-cases/projects/update-project';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { embeddedRecipeSchema } from '@/lib/core/round/recipe';
import { handle as evaluateCheckpoint } from '@/workers/handlers/evaluate-checkpoint';
import { handle } from '@/workers/handlers/keep-pre-labels';
import { handle as runRound } from '@/workers/handlers/run-round';
import { sweep } from '@/workers/sweep';
import { createLabelledProject, reportSchema, type LabelledProject } from '../fixtures/labelled-project';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const context = (signal = new AbortController().signal) => ({ signal, workerId: 'test/1' });
const keep = (projectId: string, signal?: AbortSignal) => handle({ projectId }, context(signal));

let number = 0;
async function scene(sizes: Parameters<typeof createLabelledProject>[1] = {}): Promise<LabelledProject & { readonly ann: Actor; readonly admin: Actor }> {
  const projectId = `pre-labels-${number++}`;
  const project = await createLabelledProject(projectId, { test: 0, ...sizes });
  const ann = await createPerson({ roles: { [projectId]: ['annotator'] } });
  const admin = await createPerson({ roles: { [projectId]: ['admin'] } });
  return { ...project, ann, admin };
}

const modelsOf = (projectId: string) => db().preLabelModel.findMany({ where: { projectId }, orderBy: { number: 'asc' } });

/** Labels that somebody handed in and nobody has reviewed. */
async function handInMore(projectId: string, documentIds: readonly string[]): Promise<void> {
  const version = await db().schemaVersion.findFirstOrThrow({ where: { projectId } });
  for (const documentId of documentIds) {
    await db().annotation.create({
      data: {
        documentId, annotatorId: (await createPerson()).userId, schemaVersionId: version.id, revision: 1, state: 'submitted', submittedAt: new Date(),
        record: { name: 'Ann Lee', age: '41', indicators: [] }, evidence: {}, provenance: {},
      },
    });
  }
}

/** All that people said, byte for byte. */
const labelsOf = async (projectId: string): Promise<string> =>
  JSON.stringify(
    await db().annotation.findMany({
      where: { document: { projectId } },
      orderBy: { id: 'asc' },
      select: { id: true, revision: true, state: true, record: true, evidence: true, provenance: true, updatedAt: true },
    }),
  );

beforeAll(async () => {
  await createTestDatabase();
});

describe('the pre-label model of a project', () => {
  it('is trained from the first dozen labels on and reads the next documents of the queue', async () => {
    const { projectId, queueIds } = await scene({ seed: 11 });
    await keep(projectId);
    expect(await modelsOf(projectId)).toEqual([]);
    await handInMore(projectId, queueIds.slice(0, 1));
    await keep(projectId);
    const [model] = await modelsOf(projectId);
    expect(model).toMatchObject({ number: 1, labels: 12, validationDocuments: 4 });
    expect(model?.labelKeys).toHaveLength(12);
    expect(await storage().has(`pre-labels/${projectId}/${model?.hash}.bin`)).toBe(true);
    const read = await db().preLabel.findMany({ where: { modelId: model?.id ?? '' }, select: { documentId: true } });
    expect(read.map(({ documentId }) => documentId).sort()).toEqual(queueIds.slice(1).toSorted());
  });

  it('is trained anew once eight labels more are in, not before, and the same labels give the same model', async () => {
    const { projectId, queueIds } = await scene({ queued: 9 });
    await keep(projectId);
    await handInMore(projectId, queueIds.slice(0, 7));
    await keep(projectId);
    expect(await modelsOf(projectId)).toHaveLength(1);
    await handInMore(projectId, queueIds.slice(7, 8));
    await Promise.all([keep(projectId), keep(projectId)]);
    const models = await modelsOf(projectId);
    expect(models.map(({ labels }) => labels)).toEqual([12, 20]);
    await db().preLabelModel.delete({ where: { id: models[1]?.id ?? '' } });
    await keep(projectId);
    expect((await modelsOf(projectId))[1]?.hash).toBe(models[1]?.hash);
  });

  it('learns nothing of held-out documents, drafts, and what was sent back', async () => {
    const { projectId, seedIds } = await scene({ seed: 15 });
    const [heldOut = '', draft = '', returned = ''] = seedIds;
    await db().document.update({ where: { id: heldOut }, data: { split: 'test' } });
    for (const [documentId, state] of [[draft, 'draft'], [returned, 'returned']] as const) {
      await db().document.update({ where: { id: documentId }, data: { goldAnnotationId: null } });
      await db().annotation.updateMany({ where: { documentId }, data: { state } });
    }
    await keep(projectId);
    const [model] = await modelsOf(projectId);
    const left = await db().annotation.findMany({ where: { documentId: { in: [heldOut, draft, returned] } }, select: { id: true } });
    expect(model?.labels).toBe(12);
    for (const { id } of left) expect(model?.labelKeys).not.toContain(`${id}@1`);
  });

  it('touches no label, however often it is trained', async () => {
    const { projectId, queueIds } = await scene({ queued: 10 });
    const before = await labelsOf(projectId);
    await keep(projectId);
    expect(await labelsOf(projectId)).toBe(before);
    await handInMore(projectId, queueIds.slice(0, 8));
    const more = await labelsOf(projectId);
    await keep(projectId);
    expect(await modelsOf(projectId)).toHaveLength(2);
    expect(await labelsOf(projectId)).toBe(more);
  });

  it('waits while a round of the embedded engine is at work, and the sweep rings again', async () => {
    const { projectId, schemaVersionId } = await scene();
    const { id } = await db().round.create({
      data: { projectId, number: 1, state: 'training', recipe: { engine: 'embedded' }, schemaVersionId, requestId: `round-of-${projectId}`, attempts: { create: { number: 1, workerId: 'w' } } },
    });
    await keep(projectId);
    expect(await modelsOf(projectId)).toEqual([]);
    await db().round.update({ where: { id }, data: { state: 'ready' } });
    expect((await sweep({ now: new Date(), takeOverAs: null })).preLabels).toBeGreaterThan(0);
    await keep(projectId);
    expect(await modelsOf(projectId)).toHaveLength(1);
  });

  it('leaves nothing half-made where the worker stops in the middle', async () => {
    const { projectId } = await scene();
    await expect(keep(projectId, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
    expect(await modelsOf(projectId)).toEqual([]);
    await keep(projectId);
    expect(await modelsOf(projectId)).toHaveLength(1);
  });

  it('is trained at once under another schema', async () => {
    const { projectId } = await scene();
    await keep(projectId);
    const schema = { ...reportSchema, properties: { ...reportSchema.properties, ward: { type: 'string' } } };
    await db().schemaVersion.create({ data: { projectId, number: 2, hash: `${projectId}-2`, schema } });
    await keep(projectId);
    const versions = (await modelsOf(projectId)).map(({ schemaVersionId }) => schemaVersionId);
    expect(new Set(versions).size).toBe(2);
  });
});

describe('suggestions on the label page', () => {
  it('name the model and its labels, and stay the same for a document', async () => {
    const { projectId, queueIds, ann } = await scene();
    const at = { projectId, documentId: queueIds[0] ?? '' };
    expect((await openAnnotation(ann, at)).suggestions).toBeNull();
    await keep(projectId);
    const { suggestions, content } = await openAnnotation(ann, at);
    expect(suggestions?.model).toEqual({ kind: 'pre-labels', number: 1, title: null, labels: 12 });
    expect(Object.keys(suggestions?.confidence ?? {}).length).toBeGreaterThan(0);
    expect(content.record).toEqual({});
    expect((await openAnnotation(ann, at)).suggestions).toEqual(suggestions);
  });

  it('are made on demand for a document that nobody read ahead', async () => {
    const { projectId, queueIds, ann } = await scene();
    await keep(projectId);
    const documentId = queueIds[0] ?? '';
    const [stored] = await db().preLabel.findMany({ where: { documentId }, select: { record: true } });
    await db().preLabel.deleteMany({ where: { documentId } });
    expect(await suggestFor({ projectId, documentId, mayPredict: false })).toBeNull();
    const { suggestions } = await openAnnotation(ann, { projectId, documentId });
    expect(suggestions?.record).toEqual(stored?.record);
    expect(await db().preLabel.count({ where: { documentId } })).toBe(1);
  });

  it('cost nothing but themselves where the stored model is broken', async () => {
    const { projectId, queueIds, ann } = await scene();
    await keep(projectId);
    const [model] = await modelsOf(projectId);
    await db().preLabel.deleteMany({ where: { modelId: model?.id ?? '' } });
    await db().preLabelModel.update({ where: { id: model?.id ?? '' }, data: { hash: '0'.repeat(64) } });
    const view = await openAnnotation(ann, { projectId, documentId: queueIds[0] ?? '' });
    expect(view.suggestions).toBeNull();
  });

  it('are told of in the settings: which model, from how many labels, how well, and when the next comes', async () => {
    const { projectId, queueIds, admin } = await scene({ seed: 11 });
    const before = await getProjectSettings(admin, { projectId });
    expect(before).toMatchObject({ preLabels: true, suggester: { model: null, figure: null, labelsToGo: 1 } });
    await handInMore(projectId, queueIds.slice(0, 1));
    await keep(projectId);
    const { suggester } = await getProjectSettings(admin, { projectId });
    expect(suggester).toMatchObject({ model: { kind: 'pre-labels', number: 1, labels: 12 }, figure: { documents: 4 }, labelsToGo: 8 });
    expect(suggester.figure && suggester.figure.low <= suggester.figure.f1 && suggester.figure.f1 <= suggester.figure.high).toBe(true);
    await updateProject(admin, { projectId, preLabels: false });
    expect((await getProjectSettings(admin, { projectId })).suggester).toEqual({ model: null, trainedAt: null, figure: null, labelsToGo: null });
  });

  it('end, and no model is trained, where the project wants none', async () => {
    const { projectId, queueIds, ann, admin } = await scene({ queued: 10 });
    await keep(projectId);
    await updateProject(admin, { projectId, preLabels: false });
    await handInMore(projectId, queueIds.slice(1, 9));
    await keep(projectId);
    expect(await modelsOf(projectId)).toHaveLength(1);
    expect((await openAnnotation(ann, { projectId, documentId: queueIds[0] ?? '' })).suggestions).toBeNull();
  });
});

describe('a promoted checkpoint', () => {
  const recipe = embeddedRecipeSchema.parse({ engine: 'embedded', warmStartDocuments: 1, warmStartEpochs: 1, epochs: 0 });

  /** A project with a pre-label model and the checkpoints of a round. */
  async function promotedScene() {
    const made = await scene({ seed: 24, validation: 12 });
    const { projectId } = made;
    const lead = await createPerson({ roles: { [projectId]: ['lead'] } });
    const { id } = await startRound(lead, { projectId, requestId: `request-${projectId}`, recipe });
    await runRound({ roundId: id }, context());
    const checkpoints = await db().checkpoint.findMany({ where: { roundId: id }, select: { id: true, role: true, number: true } });
    const of = (role: string) => checkpoints.find((one) => one.role === role)?.id ?? '';
    await keep(projectId);
    return { ...made, of };
  }

  it('suggests before the pre-label model, also for documents that it has not read', async () => {
    const { projectId, queueIds, ann, of } = await promotedScene();
    await setPromotedCheckpoint(projectId, of('warm-start-all'));
    await evaluateCheckpoint({ checkpointId: of('warm-start-all') }, context());
    await keep(projectId);
    const documentId = queueIds[0] ?? '';
    await db().prediction.deleteMany({ where: { documentId } });
    const { suggestions } = await openAnnotation(ann, { projectId, documentId });
    expect(suggestions?.model).toMatchObject({ kind: 'checkpoint', labels: 24 });
  });

  it('gives way where newer labels made the pre-label model clearly better than it on validation', async () => {
    const { projectId, queueIds, ann, of } = await promotedScene();
    await db().prediction.updateMany({ where: { checkpointId: of('warm-start') }, data: { record: {} } });
    await setPromotedCheckpoint(projectId, of('warm-start'));
    await keep(projectId);
    const [model] = await modelsOf(projectId);
    expect(model?.beatsCheckpointId).toBe(of('warm-start'));
    const at = { projectId, documentId: queueIds[0] ?? '' };
    expect((await openAnnotation(ann, at)).suggestions?.model).toMatchObject({ kind: 'pre-labels', number: 1 });
    await setPromotedCheckpoint(projectId, of('warm-start-all'));
    expect((await openAnnotation(ann, at)).suggestions?.model.kind).toBe('checkpoint');
  });
});
