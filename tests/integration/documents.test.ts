import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { storage } from '@/lib/server/storage/storage';
import { assignSplit } from '@/lib/server/use-cases/documents/assign-split';
import { deleteDocument } from '@/lib/server/use-cases/documents/delete-document';
import { getDocument } from '@/lib/server/use-cases/documents/get-document';
import { listDocuments } from '@/lib/server/use-cases/documents/list-documents';
import { getPageWords } from '@/lib/server/use-cases/documents/get-page-words';
import { openPagePicture } from '@/lib/server/use-cases/documents/open-page-picture';
import { readAgain } from '@/lib/server/use-cases/documents/read-again';
import { readingFigures } from '@/lib/server/use-cases/documents/reading-figures';
import { importFromPath } from '@/lib/server/use-cases/imports/import-from-path';
import { createPerson, createProject } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';
import { jsonLines, picture } from './support/made-files';

const projectId = 'shelf';
let lead: Actor;
let idOf: (name: string) => string;

beforeAll(async () => {
  const { dataDir } = await createTestDatabase();
  const folder = await mkdtemp(path.join(dataDir, 'given-'));
  await createProject(projectId);
  await createProject('other');
  const admin = await createPerson({ isAdmin: true });
  lead = await createPerson({ roles: { [projectId]: ['lead'], other: ['lead'] } });
  const box = [10, 10, 500, 40];
  const rows = [
    { id: 'a', kind: 'blood', group: 'p1', lines: [{ text: 'Haemoglobin 13.5', box }] },
    { id: 'b', kind: 'blood', group: 'p1', lines: [{ text: 'Leukocytes 6.1', box }] },
    { id: 'c', kind: 'urine', lines: [{ text: "Haemoglobinuria: none", box }] },
    { id: 'd', kind: 'urine' },
    { id: 'haemo', split: 'test' },
  ];
  for (const { id } of rows) await writeFile(path.join(folder, `${id}.png`), await picture({ text: [id] }).png().toBuffer());
  await importFromPath(admin, { projectId, path: await jsonLines(folder, rows.map((row) => ({ ...row, image: `${row.id}.png` }))) });
  const found = new Map((await db().document.findMany({ where: { projectId } })).map(({ id, name }) => [name, id]));
  idOf = (name) => found.get(name) ?? '';
});

const names = async (filter: Omit<Parameters<typeof listDocuments>[1], 'projectId'>): Promise<string[]> =>
  (await listDocuments(lead, { projectId, order: 'asc', ...filter })).documents.map(({ name }) => name);

describe('the list of documents', () => {
  it('comes page by page, each document once, newest first', async () => {
    const first = await listDocuments(lead, { projectId, limit: 3 });
    const second = await listDocuments(lead, { projectId, limit: 3, cursor: first.nextCursor ?? '' });
    expect([...first.documents, ...second.documents].map(({ name }) => name)).toEqual(['haemo', 'd', 'c', 'b', 'a']);
    expect(first).toMatchObject({ matching: 5 });
    expect(second.nextCursor).toBeNull();
  });

  it('is filtered by kind, split and group, and counts what there is', async () => {
    expect(await names({ kind: 'urine' })).toEqual(['c', 'd']);
    expect(await names({ split: 'test' })).toEqual(['haemo']);
    expect(await names({ group: 'p1' })).toEqual(['a', 'b']);
    const { facets } = await listDocuments(lead, { projectId });
    expect(facets.kinds).toEqual([{ kind: 'blood', count: 2 }, { kind: 'urine', count: 2 }]);
  });

  it('is searched by name and by words, whole or begun, and shows no words', async () => {
    expect(await names({ text: 'haemo' })).toEqual(['a', 'c', 'haemo']);
    expect(await names({ text: 'Leukocytes 6.1' })).toEqual(['b']);
    expect(await names({ text: "'); drop table" })).toEqual([]);
    expect(JSON.stringify(await listDocuments(lead, { projectId }))).not.toContain('Haemoglobin');
  });
});

describe('one document', () => {
  it('is shown to its project, is in the audit log, and is not found from another', async () => {
    const document = await getDocument(lead, { projectId, documentId: idOf('a') });
    expect(document.pages).toMatchObject([{ index: 0, width: 600, height: 400, wordSource: 'given', wordCount: 2 }]);
    expect(await db().auditEvent.findFirst({ where: { action: 'view-document' } })).toMatchObject({
      subject: `document:${idOf('a')}`,
      userId: lead.userId,
    });
    await expect(getDocument(lead, { projectId: 'other', documentId: idOf('a') })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('has a picture of each page, whose views are in the audit log', async () => {
    const documentId = idOf('a');
    const opened = await openPagePicture(lead, { projectId, documentId, index: 0, size: 'full' });
    expect(opened.contentType).toBe('image/png');
    expect((await buffer(opened.body)).length).toBe(opened.bytes);
    expect(await db().auditEvent.count({ where: { action: 'view-page', subject: `document:${documentId}/page:0` } })).toBe(1);
    for (const input of [{ projectId: 'other', documentId, index: 0 }, { projectId, documentId, index: 1 }]) {
      await expect(openPagePicture(lead, { ...input, size: 'full' })).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('gives the words of one page at a time, which is a look at that page', async () => {
    const documentId = idOf('b');
    const looks = () => db().auditEvent.count({ where: { action: 'view-page', subject: `document:${documentId}/page:0`, userId: lead.userId } });
    const before = await looks();
    const { words } = await getPageWords(lead, { projectId, documentId, index: 0 });
    expect(words.map(({ text }) => text)).toContain('Leukocytes');
    expect(await looks()).toBe(before + 1);
    for (const input of [{ projectId: 'other', documentId, index: 0 }, { projectId, documentId, index: 1 }]) {
      await expect(getPageWords(lead, input)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('moves to a split with the others of its group', async () => {
    expect(await assignSplit(lead, { projectId, documentIds: [idOf('a')], split: 'validation' })).toEqual({ moved: 2, alongWithGroup: 1 });
    expect(await names({ split: 'validation' })).toEqual(['a', 'b']);
    await expect(
      assignSplit(lead, { projectId: 'other', documentIds: [idOf('a')], split: 'test' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('can be read again only where reading failed', async () => {
    const documentId = idOf('d');
    await expect(readAgain(lead, { projectId, documentId })).rejects.toMatchObject({ code: 'conflict' });
    await db().document.update({ where: { id: documentId }, data: { readState: 'failed', readError: 'no model' } });
    expect(await readingFigures(lead, { projectId })).toMatchObject({ failedDocuments: 1, readPages: 3, waitingPages: 1, pagesPerSecond: null });
    await readAgain(lead, { projectId, documentId });
    expect(await db().document.findUnique({ where: { id: documentId } })).toMatchObject({ readState: 'waiting', readError: null });
  });

  it('goes with its files while nobody has labelled it, and stays once somebody has', async () => {
    const documentId = idOf('c');
    await deleteDocument(lead, { projectId, documentId });
    expect(await names({ text: 'haemo' })).toEqual(['a', 'haemo']);
    expect(await storage().has(`documents/${documentId}`)).toBe(false);

    const version = await db().schemaVersion.create({ data: { projectId, number: 1, hash: 'h', schema: {} } });
    await db().annotation.create({
      data: { documentId: idOf('a'), annotatorId: lead.userId, schemaVersionId: version.id, record: {}, evidence: {}, provenance: {} },
    });
    await expect(deleteDocument(lead, { projectId, documentId: idOf('a') })).rejects.toMatchObject({ code: 'locked' });
  });
});

describe('whoever only labels', () => {
  it('is not told which documents have gold, nor anything that would tell it', async () => {
    const annotator = await createPerson({ roles: { [projectId]: ['annotator'] } });
    const version = await db().schemaVersion.create({ data: { projectId, number: 2, hash: 'h', schema: {} } });
    const [labelled, plain] = [idOf('b'), idOf('d')];
    const gold = await db().annotation.create({
      data: { documentId: labelled, annotatorId: lead.userId, schemaVersionId: version.id, record: {}, evidence: {}, provenance: {}, state: 'accepted' },
    });
    await db().document.update({ where: { id: labelled }, data: { goldAnnotationId: gold.id, split: 'seed' } });

    const told = await listDocuments(lead, { projectId, labelled: 'yes' });
    expect(told.documents).toMatchObject([{ id: labelled, split: 'seed', progress: { hasGold: true } }]);

    const { documents, facets } = await listDocuments(annotator, { projectId, labelled: 'yes', split: 'seed' });
    expect(documents).toHaveLength(await db().document.count({ where: { projectId } }));
    expect(facets.splits).toEqual([]);
    const shown = [labelled, plain].map((id) => documents.find((row) => row.id === id));
    expect(shown).toMatchObject([{ split: null, suite: null, progress: null }, { split: null, suite: null, progress: null }]);

    const opened = await Promise.all([labelled, plain].map((documentId) => getDocument(annotator, { projectId, documentId })));
    for (const document of opened) {
      expect(document).toMatchObject({ split: null, suite: null, goldAnnotationId: null, queueItem: null, annotations: null, predictions: null });
    }
    expect((await getDocument(lead, { projectId, documentId: labelled })).goldAnnotationId).toBe(gold.id);
  });
});
