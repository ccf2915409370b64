import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { type Word, wordSchema } from '@/lib/core/geometry/word';
import { db } from '@/lib/server/db/client';
import { createReaderPool, type ReaderPool } from '@/lib/server/ocr/reader-pool';
import { startReader } from '@/lib/server/ocr/reader';
import { readDocument } from '@/lib/server/reading/read-document';
import { generateReport, planDemo } from '@/lib/demo';
import { decodeFeatures } from '@/lib/server/repositories/document-features';
import { importFromPath } from '@/lib/server/use-cases/imports/import-from-path';
import { createPerson, createProject } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';
import { jsonLines, pdf, picture } from './support/made-files';

const projectId = 'reading';
let admin: Actor;
let folder: string;
let readers: ReaderPool;
const never = new AbortController().signal;

beforeAll(async () => {
  const { dataDir } = await createTestDatabase();
  folder = await mkdtemp(path.join(dataDir, 'given-'));
  await createProject(projectId);
  admin = await createPerson({ isAdmin: true });
  readers = createReaderPool({ size: 2 });
});
afterAll(() => readers.stop());

async function imported(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
  await importFromPath(admin, { projectId, path: file });
  return (await db().document.findFirstOrThrow({ where: { name: path.basename(name) }, select: { id: true } })).id;
}

const documentOf = (id: string) => db().document.findUniqueOrThrow({ where: { id }, omit: { features: false } });
const pagesOf = (documentId: string) =>
  db().page.findMany({ where: { documentId }, orderBy: { index: 'asc' }, omit: { words: false } });

/** A reader that answers at once, and notes what it was asked. */
function fakePool(answer: (call: number) => Word[] | Promise<Word[]>): ReaderPool & { calls: () => number } {
  let calls = 0;
  const pool = createReaderPool({
    size: 1,
    start: async () => ({ read: async () => answer(++calls), stop: async () => undefined }),
  });
  return { ...pool, calls: () => calls };
}

const word = (text: string): Word => wordSchema.parse({ text, box: [0.1, 0.1, 0.2, 0.2], confidence: 0.5, line: 0 });

async function fax(name: string, texts: readonly string[]): Promise<string> {
  const pages = await Promise.all(texts.map((text) => picture({ text: [text] }).png().toBuffer()));
  return imported(name, await sharp(pages, { join: { animated: true } }).tiff().toBuffer());
}

describe('reading a document', () => {
  it('finds its words with boxes and confidences, and works out its features', async () => {
    const id = await imported('report.png', await picture({ text: ['Haemoglobin 13.5', 'Leukocytes 6.1'] }).png().toBuffer());
    await readDocument(id, readers, never);
    const document = await documentOf(id);
    expect(document).toMatchObject({ readState: 'read', wordCount: 4 });
    expect(document.readConfidence).toBeGreaterThan(0.7);
    expect(document.readMs).toBeGreaterThan(0);
    expect(decodeFeatures(document.features ?? new Uint8Array())?.words.keys.length).toBeGreaterThanOrEqual(4);
    const [page] = await pagesOf(id);
    const words = wordSchema.array().parse(page?.words);
    expect(words.map(({ text, line }) => [text, line])).toEqual([
      ['Haemoglobin', 0], ['13.5', 0], ['Leukocytes', 1], ['6.1', 1],
    ]);
    expect(words[0]?.box[0]).toBeCloseTo(30 / 600, 1);
  });

  it('keeps the words of a text layer and of the import, and reads the other pages', async () => {
    const id = await imported('mixed.pdf', pdf({ pages: ['Given by the text layer', null] }));
    const pool = fakePool(() => [word('ocr')]);
    await readDocument(id, pool, never);
    expect((await pagesOf(id)).map(({ wordSource, wordCount }) => [wordSource, wordCount])).toEqual([
      ['text_layer', 5],
      ['ocr', 1],
    ]);
    expect(await documentOf(id)).toMatchObject({ readState: 'read', wordCount: 6 });
  });

  it('goes on at the page where it was stopped', async () => {
    const id = await fax('stopped.tif', ['one', 'two', 'three', 'four']);
    const stop = new AbortController();
    const first = fakePool((call) => {
      if (call === 3) stop.abort(new Error('the process ends'));
      return [word(`first ${call}`)];
    });
    await expect(readDocument(id, first, stop.signal)).rejects.toThrow('the process ends');
    expect((await pagesOf(id)).map(({ readState }) => readState)).toEqual(['read', 'read', 'waiting', 'waiting']);
    expect(await documentOf(id)).toMatchObject({ readState: 'reading' });

    const second = fakePool((call) => [word(`second ${call}`)]);
    await readDocument(id, second, never);
    expect(second.calls()).toBe(2);
    const texts = (await pagesOf(id)).map(({ words }) => wordSchema.array().parse(words)[0]?.text);
    expect(texts).toEqual(['first 1', 'first 2', 'second 1', 'second 2']);
    expect(await documentOf(id)).toMatchObject({ readState: 'read', wordCount: 4 });
  });

  it('does nothing when it is asked a second time', async () => {
    const id = await fax('twice.tif', ['uno', 'due']);
    await readDocument(id, fakePool(() => [word('once')]), never);
    const before = await documentOf(id);
    const again = fakePool(() => [word('again')]);
    await readDocument(id, again, never);
    expect(again.calls()).toBe(0);
    expect(await documentOf(id)).toEqual(before);
  });

  it('is one reading when two workers are told at the same time', async () => {
    const id = await fax('both.tif', ['ein', 'zwei', 'drei']);
    const pools = [fakePool(() => [word('a')]), fakePool(() => [word('b')])];
    await Promise.all(pools.map((pool) => readDocument(id, pool, never)));
    expect(await documentOf(id)).toMatchObject({ readState: 'read', wordCount: 3 });
  });

  it('fails by name where the language has no model, and says what to install', async () => {
    await db().project.update({ where: { id: projectId }, data: { ocrLanguage: 'xxq' } });
    const id = await imported('foreign.png', await picture({ text: ['foreign'] }).png().toBuffer());
    await readDocument(id, createReaderPool({ size: 1 }), never);
    const { readState, readError } = await documentOf(id);
    expect(readState).toBe('failed');
    expect(readError).toContain('npm install @tesseract.js-data/xxq');
    await db().project.update({ where: { id: projectId }, data: { ocrLanguage: 'eng' } });
  });

  it('marks a second scan of a page as near duplicate, and another filling of the form not', async () => {
    const box = [30, 20, 570, 380];
    const text = (name: string, from: number) =>
      [`Patient ${name} was seen on`, ...Array.from({ length: 20 }, (_, i) => `value${from + i} at ${from + i * 7}`)].join(' ');
    const same = { width: 600, height: 400, text: ['FORM 7'] };
    const files = { one: same, two: { ...same, shade: 252 }, other: { ...same, shade: 248 } };
    for (const [name, options] of Object.entries(files)) {
      await writeFile(path.join(folder, `${name}.png`), await picture(options).png().toBuffer());
    }
    // Apart from the others: pages without text are compared by their looks.
    await createProject('forms');
    await importFromPath(admin, {
      projectId: 'forms',
      path: await jsonLines(folder, [
        { id: 'one', image: 'one.png', lines: [{ text: text('Ann', 1), box }] },
        { id: 'two', image: 'two.png', lines: [{ text: text('Ann', 1), box }] },
        { id: 'other', image: 'other.png', lines: [{ text: text('Bo', 500), box }] },
      ]),
    });
    const rows = await db().document.findMany({ where: { projectId: 'forms' }, orderBy: { id: 'asc' } });
    for (const { id } of rows.toReversed()) await readDocument(id, readers, never);
    const marked = await Promise.all(rows.map(({ id }) => documentOf(id)));
    expect(marked.map(({ nearDuplicateOf }) => nearDuplicateOf)).toEqual([null, rows[0]?.id, null]);
  });
});

describe('an OCR engine', () => {
  it('reads a page the same whatever it read before', async () => {
    const first = await picture({ text: ['Zqxvarine Zqxvarine Zqxvarine', 'Zqxvarine 17 mg'] }).png().toBuffer();
    const page = await picture({ width: 500, height: 120, text: ['Zqxvarlne lO mg 5OO'] }).blur(2.2).png().toBuffer();
    const [fresh, used] = await Promise.all([startReader('eng'), startReader('eng')]);
    try {
      for (let i = 0; i < 3; i++) await used.read(first);
      expect(await used.read(page)).toEqual(await fresh.read(page));
    } finally {
      await Promise.all([fresh.stop(), used.stop()]);
    }
  });

  it('keeps what stands side by side in a table on one line', async () => {
    const [sheet] = planDemo({ seed: 100 }).filter(({ id }) => id === 'report-0237');
    if (!sheet) throw new Error('The plan has no such sheet.');
    const { image, gold } = await generateReport(sheet);
    const reader = await startReader('eng');
    const words = await reader.read(image).finally(() => reader.stop());
    const texts = [...new Set(words.map(({ line }) => line))].map((line) =>
      words.filter((word) => word.line === line).map(({ text }) => text).join(' '),
    );
    const rows = gold['Indicators'] as readonly { readonly 'Item Name': string; readonly Result: string }[];
    const together = rows.filter((row) => texts.some((text) => text.includes(row['Item Name']) && text.includes(row.Result)));
    expect(together.length).toBeGreaterThan(rows.length / 2);
  });
});
