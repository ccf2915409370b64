import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import type { PageBox } from '@/lib/core/geometry/box';
import { db } from '@/lib/server/db/client';
import { acceptAnnotation } from '@/lib/server/use-cases/annotations/accept-annotation';
import { getHistory } from '@/lib/server/use-cases/annotations/get-history';
import { migrateAnnotation } from '@/lib/server/use-cases/annotations/migrate-annotation';
import { openAnnotation } from '@/lib/server/use-cases/annotations/open-annotation';
import { reopenAnnotation } from '@/lib/server/use-cases/annotations/reopen-annotation';
import { restoreRevision } from '@/lib/server/use-cases/annotations/restore-revision';
import { returnAnnotation } from '@/lib/server/use-cases/annotations/return-annotation';
import { saveAnnotation } from '@/lib/server/use-cases/annotations/save-annotation';
import { submitAnnotation } from '@/lib/server/use-cases/annotations/submit-annotation';
import { createTestDatabase } from '../setup/test-database';
import { createPerson } from '../setup/people';
import { createQueue, labelOnce, reportSchema, saying } from './support/labelling';

const projectId = 'reports';
let documents: readonly string[];
let taken = 0;
let ann: Actor;
let rob: Actor;

/** A document that no other test has touched. */
const fresh = (): string => {
  const id = documents[taken++];
  if (!id) throw new Error('Make more documents for these tests.');
  return id;
};

beforeAll(async () => {
  await createTestDatabase();
  documents = await createQueue(projectId, 20);
  ann = await createPerson({ roles: { [projectId]: ['annotator'] } });
  rob = await createPerson({ roles: { [projectId]: ['reviewer'] } });
});

describe('saving', () => {
  it('has one effect and one answer when the same mutation is delivered twice, also at once', async () => {
    const documentId = fresh();
    const { annotation, schemaVersion } = await openAnnotation(ann, { projectId, documentId });
    const save = {
      projectId, documentId, ...saying({ name: 'Ann' }), baseRevision: 0, mutationId: randomUUID(), schemaVersionId: schemaVersion.id,
    };
    const answers = await Promise.all([saveAnnotation(ann, save), saveAnnotation(ann, save), saveAnnotation(ann, save)]);
    answers.push(await saveAnnotation(ann, save));
    expect(answers).toEqual(Array.from({ length: 4 }, () => ({ revision: 1 })));
    expect(await db().annotationRevision.count({ where: { annotationId: annotation.id } })).toBe(1);
  });

  it('refuses a stale write and hands over what is there, instead of overwriting it', async () => {
    const documentId = fresh();
    const { schemaVersionId } = await labelOnce(ann, projectId, documentId, { name: 'first' });
    const stale = saveAnnotation(ann, {
      projectId, documentId, ...saying({ name: 'second' }), baseRevision: 0, mutationId: randomUUID(), schemaVersionId,
    });
    await expect(stale).rejects.toMatchObject({
      code: 'conflict',
      details: { revision: 1, content: saying({ name: 'first' }) },
    });
    await expect(stale).rejects.not.toMatchObject({ message: expect.stringContaining('first') as string });
    expect((await openAnnotation(ann, { projectId, documentId })).content.record).toEqual({ name: 'first' });
  });

  it('lets exactly one of many writers of one revision through', async () => {
    const documentId = fresh();
    const { schemaVersionId } = await labelOnce(ann, projectId, documentId, {});
    const writes = Array.from({ length: 6 }, (_, at) =>
      saveAnnotation(ann, { projectId, documentId, ...saying({ age: at }), baseRevision: 1, mutationId: randomUUID(), schemaVersionId }),
    );
    const results = await Promise.allSettled(writes);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('keeps a value of the wrong type and refuses a wrong structure without quoting it', async () => {
    const documentId = fresh();
    await expect(labelOnce(ann, projectId, documentId, { age: 'about 41' })).resolves.toMatchObject({ revision: 1 });
    const broken = labelOnce(ann, projectId, documentId, { name: { secret: 'Ann Lee' } });
    await expect(broken).rejects.toMatchObject({ code: 'does-not-fit-schema' });
    await expect(broken).rejects.not.toMatchObject({ message: expect.stringContaining('Ann Lee') as string });
  });

  it('refuses evidence of what is not there', async () => {
    const documentId = fresh();
    const { schemaVersion } = await openAnnotation(ann, { projectId, documentId });
    const evidence: AnnotationContent['evidence'] = { '/indicators/4/item': [{ page: 0, box: [0, 0, 0.1, 0.1] as unknown as PageBox }] };
    const save = { projectId, documentId, record: {}, evidence, provenance: {}, baseRevision: 0, mutationId: randomUUID(), schemaVersionId: schemaVersion.id };
    await expect(saveAnnotation(ann, save)).rejects.toMatchObject({ code: 'does-not-fit-schema' });
  });

  it('does not find a document of another project', async () => {
    const [foreign = ''] = await createQueue('elsewhere', 1);
    await expect(openAnnotation(ann, { projectId, documentId: foreign })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('handing in', () => {
  it('locks the annotation until it is reopened', async () => {
    const documentId = fresh();
    const { revision, schemaVersionId } = await labelOnce(ann, projectId, documentId, { name: 'Ann' });
    await submitAnnotation(ann, { projectId, documentId, revision });
    const save = { projectId, documentId, ...saying({}), baseRevision: revision, schemaVersionId };
    await expect(saveAnnotation(ann, { ...save, mutationId: randomUUID() })).rejects.toMatchObject({ code: 'locked' });
    await expect(submitAnnotation(ann, { projectId, documentId, revision })).resolves.toEqual({ state: 'submitted' });
    await reopenAnnotation(ann, { projectId, documentId });
    await expect(saveAnnotation(ann, { ...save, mutationId: randomUUID() })).resolves.toEqual({ revision: revision + 1 });
  });

  it('refuses to submit something older than what is saved', async () => {
    const documentId = fresh();
    await labelOnce(ann, projectId, documentId, { name: 'Ann' });
    await expect(submitAnnotation(ann, { projectId, documentId, revision: 0 })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('makes gold of what a reviewer accepts, which cannot be reopened', async () => {
    const documentId = fresh();
    const { revision, annotationId } = await labelOnce(ann, projectId, documentId, { name: 'Ann' });
    await submitAnnotation(ann, { projectId, documentId, revision });
    await acceptAnnotation(rob, { projectId, annotationId });
    await expect(acceptAnnotation(rob, { projectId, annotationId })).resolves.toEqual({ state: 'accepted' });
    const document = await db().document.findUniqueOrThrow({ where: { id: documentId } });
    expect(document).toMatchObject({ goldAnnotationId: annotationId, split: 'seed' });
    await expect(reopenAnnotation(ann, { projectId, documentId })).rejects.toMatchObject({ code: 'locked' });
    await expect(returnAnnotation(rob, { projectId, annotationId, note: 'x' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('opens the annotation again where a reviewer sends it back, with the note', async () => {
    const documentId = fresh();
    const { revision, annotationId, schemaVersionId } = await labelOnce(ann, projectId, documentId, { name: 'Ann' });
    await submitAnnotation(ann, { projectId, documentId, revision });
    await returnAnnotation(rob, { projectId, annotationId, note: 'The age is missing.' });
    const view = await openAnnotation(ann, { projectId, documentId });
    expect(view.annotation).toMatchObject({ state: 'returned', returnNote: 'The age is missing.' });
    const save = { projectId, documentId, ...saying({ age: 41 }), baseRevision: revision, mutationId: randomUUID(), schemaVersionId };
    await expect(saveAnnotation(ann, save)).resolves.toEqual({ revision: revision + 1 });
  });

  it('makes gold at once in a project without review', async () => {
    const [documentId = ''] = await createQueue('no-review', 1, false);
    const eve = await createPerson({ roles: { 'no-review': ['annotator'] } });
    const { revision, annotationId } = await labelOnce(eve, 'no-review', documentId, { name: 'Ann' });
    await expect(submitAnnotation(eve, { projectId: 'no-review', documentId, revision })).resolves.toEqual({ state: 'accepted' });
    const document = await db().document.findUniqueOrThrow({ where: { id: documentId } });
    expect(document).toMatchObject({ goldAnnotationId: annotationId, split: 'seed' });
  });
});

describe('history', () => {
  it('keeps every save and writes an old one as the next', async () => {
    const documentId = fresh();
    await labelOnce(ann, projectId, documentId, { name: 'one' });
    await labelOnce(ann, projectId, documentId, { name: 'two' });
    const restored = await restoreRevision(ann, { projectId, documentId, revision: 1, baseRevision: 2, mutationId: randomUUID() });
    expect(restored).toEqual({ revision: 3, content: saying({ name: 'one' }) });
    const { revisions } = await getHistory(ann, { projectId, documentId });
    expect(revisions.map(({ revision }) => revision)).toEqual([3, 2, 1]);
    expect((await openAnnotation(ann, { projectId, documentId })).content.record).toEqual({ name: 'one' });
  });
});

describe('a schema that changes while somebody labels', () => {
  it('leaves the work under its own version until it is carried over', async () => {
    const documentId = fresh();
    const { schemaVersionId } = await labelOnce(ann, projectId, documentId, { name: 'Ann', age: 41 });
    const { age: _dropped, ...kept } = reportSchema.properties;
    const schema = { type: 'object', properties: { ...kept, ward: { type: 'string' } } };
    const newest = await db().schemaVersion.create({ data: { projectId, number: 2, hash: 'reports-2', schema: schema as object } });

    const save = { projectId, documentId, ...saying({ name: 'Ann', age: 42 }), baseRevision: 1, mutationId: randomUUID(), schemaVersionId };
    await expect(saveAnnotation(ann, save)).resolves.toEqual({ revision: 2 });
    const before = await openAnnotation(ann, { projectId, documentId });
    expect(before.schemaVersion).toMatchObject({ number: 1, newestNumber: 2 });

    const migrated = await migrateAnnotation(ann, { projectId, documentId, baseRevision: 2, mutationId: randomUUID() });
    expect(migrated).toEqual({ revision: 3, aside: ['/age'] });
    const after = await openAnnotation(ann, { projectId, documentId });
    expect(after.schemaVersion.id).toBe(newest.id);
    expect(after.content.record).toMatchObject({ name: 'Ann' });
    expect(after.content.record).not.toHaveProperty('age');
  });
});
