import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { wordSchema } from '@/lib/core/geometry/word';
import { db } from '@/lib/server/db/client';
import { importFromPath } from '@/lib/server/use-cases/imports/import-from-path';
import { finishImport } from '@/lib/server/use-cases/imports/finish-import';
import { getImport } from '@/lib/server/use-cases/imports/get-import';
import { importUpload } from '@/lib/server/use-cases/imports/import-upload';
import { startImport } from '@/lib/server/use-cases/imports/start-import';
import { storage } from '@/lib/server/storage/storage';
import { createPerson, createProject } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';
import { jsonLines, pdf, picture, zip } from './support/made-files';

const projectId = 'documents';
let admin: Actor;
let folder: string;

const schema = {
  type: 'object',
  properties: {
    name: { type: 'string', 'x-phi': true },
    total: { type: 'number' },
    items: { type: 'array', items: { type: 'object', properties: { item: { type: 'string' } } } },
  },
};

beforeAll(async () => {
  const { dataDir } = await createTestDatabase();
  folder = await mkdtemp(path.join(dataDir, 'given-'));
  await createProject(projectId);
  await db().schemaVersion.create({ data: { projectId, number: 1, hash: 'h', schema } });
  admin = await createPerson({ isAdmin: true });
});

async function upload(name: string, bytes: Uint8Array) {
  const { importId } = await startImport(admin, { projectId, source: name });
  const file = path.join(folder, 'upload');
  await writeFile(file, bytes);
  const { results } = await importUpload(admin, { projectId, importId, name, content: createReadStream(file) });
  const [result] = results;
  if (!result) throw new Error('nothing was imported');
  return { ...result, importId };
}

const pagesOf = (documentId: string | null) =>
  db().page.findMany({ where: { documentId: documentId ?? '' }, orderBy: { index: 'asc' }, omit: { words: false } });

describe('an imported image', () => {
  it('keeps its bytes and gets a preview and a perceptual hash', async () => {
    const bytes = await picture({ text: ['kept as it is'] }).jpeg().toBuffer();
    const { documentId } = await upload('a.jpg', bytes);
    const [page] = await pagesOf(documentId);
    expect(await storage().read(page?.imageKey ?? '')).toEqual(bytes);
    expect(await sharp(await storage().read(page?.previewKey ?? '')).metadata()).toMatchObject({ format: 'webp', width: 480 });
    const document = await db().document.findUniqueOrThrow({ where: { id: documentId ?? '' } });
    expect(document).toMatchObject({ pageCount: 1, readState: 'waiting', split: 'pool' });
    expect(document.perceptualHash).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is set upright where the camera was turned', async () => {
    const bytes = await picture({ width: 300, height: 200, text: ['turned'] }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const [page] = await pagesOf((await upload('turned.jpg', bytes)).documentId);
    expect(page).toMatchObject({ width: 200, height: 300 });
    expect(await sharp(await storage().read(page?.imageKey ?? '')).metadata()).toMatchObject({ width: 200, height: 300 });
  });

  it('is read by its content, with a note where its name said something else', async () => {
    const result = await upload('really-a-jpeg.png', await picture({ text: ['other name'] }).jpeg().toBuffer());
    expect(result).toMatchObject({ outcome: 'imported', code: null });
    expect(result.message).toContain('content is JPEG');
    const progress = await getImport(admin, { projectId, importId: result.importId });
    expect(progress.remarks).toMatchObject([{ state: 'imported', name: 'really-a-jpeg.png' }]);
  });

  it('is recognised when its bytes are here already, by the name of the document that has them', async () => {
    const bytes = await picture({ text: ['twice'] }).png().toBuffer();
    const first = await upload('first.png', bytes);
    const second = await upload('second.png', bytes);
    expect(second).toMatchObject({ outcome: 'duplicate', code: 'duplicate', documentId: first.documentId });
    expect(second.message).toContain('"first.png"');
  });
});

describe('an imported file of many pages', () => {
  it('gives each page of a TIFF', async () => {
    const pages = await Promise.all(['one', 'two', 'three'].map((text) => picture({ text: [text] }).png().toBuffer()));
    const bytes = await sharp(pages, { join: { animated: true } }).tiff().toBuffer();
    const { documentId } = await upload('fax.tif', bytes);
    expect((await pagesOf(documentId)).map(({ index, width, height }) => [index, width, height])).toEqual([
      [0, 600, 400],
      [1, 600, 400],
      [2, 600, 400],
    ]);
  });

  it('rasterises each page of a PDF and keeps the words of its text layer', async () => {
    const { documentId } = await upload('report.pdf', pdf({ pages: ['Haemoglobin 13.5 g/dL', null] }));
    const [first, second] = await pagesOf(documentId);
    expect(first).toMatchObject({ width: 875, height: 1240, readState: 'read', wordSource: 'text_layer', wordCount: 3 });
    expect(second).toMatchObject({ readState: 'waiting', wordSource: null });
    const words = wordSchema.array().parse(first?.words);
    expect(words.map(({ text }) => text)).toEqual(['Haemoglobin', '13.5', 'g/dL']);
    // 40 of 420 points from the left, base line 500 of 595 from the bottom.
    expect(words[0]?.box[0]).toBeCloseTo(40 / 420, 2);
    expect(words[0]?.box[3]).toBeCloseTo(1 - (500 - 24 * 0.2) / 595, 2);
    const image = await sharp(await storage().read(first?.imageKey ?? '')).stats();
    expect(image.channels[0]?.min).toBeLessThan(100);
  });
});

describe('JSON lines', () => {
  const box = [30, 20, 330, 60];
  const rowFolder = () => path.join(folder, 'rows');

  beforeAll(async () => {
    await mkdir(path.join(rowFolder(), 'images'), { recursive: true });
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      await writeFile(path.join(rowFolder(), 'images', `${name}.png`), await picture({ text: [`row ${name}`] }).png().toBuffer());
    }
  });

  it('take given lines in the place of OCR, and given gold', async () => {
    const file = await jsonLines(rowFolder(), [
      { id: 'A', image: 'images/a.png', kind: 'receipt', group: 'p1', lines: [{ text: 'row a', box }], gold: { name: 'Ann Lee', total: 4 } },
      {
        id: 'B', image: 'images/b.png', split: 'test', words: [{ text: 'row', box }],
        gold: { name: 'Bo' }, evidence: { '/name': [{ box }] },
      },
    ]);
    expect(await importFromPath(admin, { projectId, path: file })).toMatchObject({ imported: 2, failed: 0 });
    const a = await db().document.findFirstOrThrow({ where: { name: 'A' }, omit: { givenGold: false }, include: { annotations: true } });
    expect(a).toMatchObject({ kind: 'receipt', groupKey: 'p1', givenGold: { name: 'Ann Lee', total: 4 }, annotations: [] });
    const [page] = await pagesOf(a.id);
    expect(page).toMatchObject({ wordSource: 'given', readState: 'read', wordCount: 2 });
  });

  it('make gold of a held-out document at once, as an accepted annotation of the importer', async () => {
    const b = await db().document.findFirstOrThrow({
      where: { name: 'B' },
      include: { annotations: { omit: { record: false, evidence: false, provenance: false }, include: { annotator: true, revisions: true } } },
    });
    expect(b.annotations).toMatchObject([
      { id: b.goldAnnotationId, state: 'accepted', origin: 'imported', revision: 1, record: { name: 'Bo' }, provenance: { '/name': 'imported' } },
    ]);
    expect(b.annotations[0]?.evidence).toEqual({ '/name': [{ page: 0, box: [30 / 600, 20 / 400, 330 / 600, 60 / 400] }] });
    expect(b.annotations[0]?.annotator).toMatchObject({ isMachine: true });
  });

  it('refuse a row by itself, by name and without its values, and take the others', async () => {
    const file = await jsonLines(
      rowFolder(),
      [
        { id: 'C', image: 'images/c.png', gold: { name: { first: 'Jane Secret' } } },
        { id: 'D', image: 'images/none.png' },
        { id: 'E', image: '../../outside.png' },
        '{"id": "F", ',
        { id: 'G', image: 'images/d.png', split: 'validation', group: 'p2' },
        { id: 'H', image: 'images/e.png', split: 'test', group: 'p2' },
        { id: 'I', image: 'images/f.png', typo: 1 },
      ],
      'bad.jsonl',
    );
    const seen: [string, string | null, string | null][] = [];
    const counts = await importFromPath(admin, {
      projectId,
      path: file,
      onResult: ({ name, code, message }) => seen.push([name, code, message]),
    });
    expect(seen.map(([name, code]) => [name, code])).toEqual([
      ['C', 'does-not-fit-schema'],
      ['D', 'not-found'],
      ['E', 'invalid-input'],
      ['bad.jsonl:4', 'invalid-input'],
      ['G', null],
      ['H', 'conflict'],
      ['bad.jsonl:7', 'invalid-input'],
    ]);
    expect(seen[0]?.[2]).toContain('/name');
    expect(JSON.stringify(seen)).not.toContain('Jane Secret');
    expect(counts).toMatchObject({ imported: 1, failed: 6 });
  });

  it('come in a zip with their images as well', async () => {
    const row = { id: 'zipped', image: 'pictures/x.png', lines: [{ text: 'zipped row', box }] };
    const archive = await zip(path.join(folder, 'rows.zip'), {
      'set/documents.jsonl': Buffer.from(JSON.stringify(row)),
      'set/pictures/x.png': await picture({ text: ['zipped'] }).png().toBuffer(),
    });
    expect(await upload('rows.zip', await readFile(archive))).toMatchObject({ name: 'zipped', outcome: 'imported' });
  });
});

describe('an import', () => {
  it('counts its files and can be finished', async () => {
    const result = await upload('last.png', await picture({ text: ['last'] }).png().toBuffer());
    expect(await finishImport(admin, { projectId, importId: result.importId })).toMatchObject({ imported: 1, waiting: 0 });
    expect(await getImport(admin, { projectId, importId: result.importId })).toMatchObject({ state: 'finished' });
  });

  it('is not found from another project', async () => {
    const { importId } = await startImport(admin, { projectId, source: 'mine' });
    await createProject('other');
    await expect(getImport(admin, { projectId: 'other', importId })).rejects.toMatchObject({ code: 'not-found' });
  });
});
