import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { emptyContent, type AnnotationContent } from '@/lib/core/annotation/content';
import { contentHash } from '@/lib/core/annotation/content-hash';
import { applyNoted, type NotedOperation } from '@/lib/core/annotation/noted-operation';
import { batch, setProvenance, setValue } from '@/lib/core/annotation/operation';
import { db } from '@/lib/server/db/client';
import { getHistory } from '@/lib/server/use-cases/annotations/get-history';
import { openAnnotation } from '@/lib/server/use-cases/annotations/open-annotation';
import { restoreRevision } from '@/lib/server/use-cases/annotations/restore-revision';
import { saveAnnotation } from '@/lib/server/use-cases/annotations/save-annotation';
import { createTestDatabase } from '../setup/test-database';
import { createPerson } from '../setup/people';
import { createQueue, labelOnce, saying } from './support/labelling';

const projectId = 'saving';
const documents: string[] = [];
let ann: Actor;

const fresh = (): string => {
  const id = documents.pop();
  if (!id) throw new Error('Make more documents for these tests.');
  return id;
};

const typed = (field: string, value: string | number): NotedOperation => ({
  id: randomUUID(),
  operation: batch(setValue(`/${field}`, value), setProvenance(`/${field}`, 'typed')),
});

/** A browser that has opened the document and saves by operations. */
async function opened(actor: Actor, documentId: string) {
  const { annotation, schemaVersion, content } = await openAnnotation(actor, { projectId, documentId });
  const save = (base: { readonly revision: number; readonly content: AnnotationContent }, operations: readonly NotedOperation[]) => {
    const next = applyNoted(base.content, operations) ?? base.content;
    return {
      projectId, documentId, baseRevision: base.revision, mutationId: randomUUID(), schemaVersionId: schemaVersion.id,
      operations: [...operations], contentHash: contentHash(next),
    };
  };
  return { annotationId: annotation.id, base: { revision: annotation.revision, content }, save };
}

const contentOf = async (documentId: string): Promise<AnnotationContent> => (await openAnnotation(ann, { projectId, documentId })).content;
const readRevisions = (annotationId: string) =>
  db().annotationRevision.findMany({
    where: { annotationId },
    orderBy: { revision: 'asc' },
    select: { revision: true, record: true, evidence: true, provenance: true, operations: true, operationIds: true },
  });

beforeAll(async () => {
  await createTestDatabase();
  documents.push(...(await createQueue(projectId, 20)));
  ann = await createPerson({ roles: { [projectId]: ['annotator'] } });
});

describe('a save of operations', () => {
  it('stores what they give, and the operations with their ids beside it', async () => {
    const documentId = fresh();
    const { annotationId, base, save } = await opened(ann, documentId);
    const operations = [typed('name', 'Ann'), typed('age', 41)];
    await expect(saveAnnotation(ann, save(base, operations))).resolves.toEqual({ revision: 1 });
    expect(await contentOf(documentId)).toEqual({ record: { name: 'Ann', age: 41 }, evidence: {}, provenance: { '/name': 'typed', '/age': 'typed' } });
    const [stored] = await readRevisions(annotationId);
    expect(stored).toMatchObject({ operations, operationIds: operations.map(({ id }) => id) });
  });

  it('does an operation once and answers the same when it comes again in another save', async () => {
    const documentId = fresh();
    const { annotationId, base, save } = await opened(ann, documentId);
    const operations = [typed('name', 'Ann')];
    const saves = [save(base, operations), save(base, operations), save(base, operations)];
    const answers = await Promise.all(saves.map((one) => saveAnnotation(ann, one)));
    expect(answers).toEqual([{ revision: 1 }, { revision: 1 }, { revision: 1 }]);
    expect(await readRevisions(annotationId)).toHaveLength(1);
  });

  it('says which operations it holds already where a save brings more than those', async () => {
    const documentId = fresh();
    const { base, save } = await opened(ann, documentId);
    const [first, second] = [typed('name', 'Ann'), typed('age', 41)];
    await saveAnnotation(ann, save(base, [first]));
    await expect(saveAnnotation(ann, save(base, [first, second]))).rejects.toMatchObject({
      code: 'conflict',
      details: { revision: 1, taken: [first.id], content: { record: { name: 'Ann' } } },
    });
    const held = { revision: 1, content: await contentOf(documentId) };
    await expect(saveAnnotation(ann, save(held, [first, second])), 'also where it builds on the newest').rejects.toMatchObject({ code: 'conflict' });
    await expect(saveAnnotation(ann, save(held, [second]))).resolves.toEqual({ revision: 2 });
  });

  it('refuses what gives something else here, writes nothing, and takes the content itself instead', async () => {
    const documentId = fresh();
    const { annotationId, base, save } = await opened(ann, documentId);
    const operations = [typed('name', 'Ann')];
    const astray = { ...save(base, operations), contentHash: contentHash(saying({ name: 'Bob' })) };
    await expect(saveAnnotation(ann, astray)).rejects.toMatchObject({ code: 'out-of-step' });
    expect(await readRevisions(annotationId)).toEqual([]);
    await expect(saveAnnotation(ann, { ...astray, ...saying({ name: 'Bob' }) })).resolves.toEqual({ revision: 1 });
    expect(await contentOf(documentId)).toEqual(saying({ name: 'Bob' }));
  });

  it('keeps a history that can be replayed: whatever wrote a revision, its operations give it from the one before', async () => {
    const documentId = fresh();
    const { annotationId, base, save } = await opened(ann, documentId);
    await saveAnnotation(ann, save(base, [typed('name', 'Ann'), typed('age', 41)]));
    await labelOnce(ann, projectId, documentId, { name: 'Bob', indicators: [{ item: 'HGB' }] });
    await restoreRevision(ann, { projectId, documentId, revision: 1, baseRevision: 2, mutationId: randomUUID() });
    const rows = await readRevisions(annotationId);
    expect(rows).toHaveLength(3);
    let content: AnnotationContent | null = emptyContent;
    for (const { operations, record, evidence, provenance } of rows) {
      content = applyNoted(content ?? emptyContent, operations as unknown as NotedOperation[]);
      expect(content).toEqual({ record, evidence, provenance });
    }
    const ids = rows.flatMap(({ operationIds }) => operationIds);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the history', () => {
  it('says who saved, when, and what changed in which field; a restore is a revision of its own', async () => {
    const documentId = fresh();
    const { base, save } = await opened(ann, documentId);
    const started = Date.now();
    await saveAnnotation(ann, save(base, [typed('age', 41)]));
    const held = { revision: 1, content: await contentOf(documentId) };
    await saveAnnotation(ann, save(held, [typed('age', 42)]));
    await restoreRevision(ann, { projectId, documentId, revision: 1, baseRevision: 2, mutationId: randomUUID() });
    const { revisions } = await getHistory(ann, { projectId, documentId });
    const change = { kind: 'value', pointer: '/age', source: 'typed' };
    expect(revisions).toMatchObject([
      { revision: 3, changeCount: 1, changes: [{ ...change, before: '42', after: '41' }] },
      { revision: 2, changeCount: 1, changes: [{ ...change, before: '41', after: '42' }] },
      { revision: 1, changeCount: 1, changes: [{ ...change, before: '', after: '41' }] },
    ]);
    const { name } = await db().user.findUniqueOrThrow({ where: { id: ann.userId }, select: { name: true } });
    for (const { savedBy, createdAt } of revisions) {
      expect(savedBy).toBe(name);
      expect(Date.parse(createdAt)).toBeGreaterThanOrEqual(started - 1_000);
    }
  });

  it('cannot be rewritten, by no code and by nobody’s hand', async () => {
    const { annotationId } = await labelOnce(ann, projectId, fresh(), { name: 'Ann' });
    await expect(db().annotationRevision.updateMany({ where: { annotationId }, data: { mutationId: 'another' } })).rejects.toThrow(/never changed/);
  });
});
