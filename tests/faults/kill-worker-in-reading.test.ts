import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { importFromPath } from '@/lib/server/use-cases/imports/import-from-path';
import { labelOnce, reportSchema } from '../integration/support/labelling';
import { jsonLines, picture } from '../integration/support/made-files';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const projectId = 'reading';
const patience = { timeout: 120_000, interval: 20 };
const pagesOfLong = 8;
const shortDocuments = 6;
const workers: ChildProcess[] = [];
let admin: Actor;
let folder: string;

beforeAll(async () => {
  ({ dataDir: folder } = await createTestDatabase());
  const schemaVersions = { create: { number: 1, hash: 'reading-1', schema: reportSchema as object } };
  await db().project.create({ data: { id: projectId, name: projectId, schemaVersions } });
  admin = await createPerson({ isAdmin: true });
});
afterAll(() => {
  for (const worker of workers) worker.kill('SIGKILL');
});

/** The real worker process on this test's database, once it says that it is up. */
async function startWorker(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['--import', 'tsx', 'workers/cpu.ts'], {
    env: { ...process.env, OCR_CONCURRENCY: '2' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  workers.push(worker);
  await once(worker, 'message');
  return worker;
}

async function drawPage(name: string, shade: number): Promise<string> {
  const text = [`Report ${name}`, 'Name: Ann Lee', 'Age: 41', 'HGB 13.5 g/dL'];
  await writeFile(path.join(folder, name), await picture({ text, shade, width: 900 }).png().toBuffer());
  return name;
}

/** One document of several pages and several of one. */
async function importReports(): Promise<void> {
  const drawn: string[] = [];
  for (let index = 0; index < pagesOfLong + shortDocuments; index += 1) drawn.push(await drawPage(`page-${index}.png`, 255 - index));
  const rows = [
    { id: 'long', images: drawn.slice(0, pagesOfLong) },
    ...drawn.slice(pagesOfLong).map((image, index) => ({ id: `short-${index}`, image })),
  ];
  await importFromPath(admin, { projectId, path: await jsonLines(folder, rows) });
}

const findPages = () =>
  db().page.findMany({ where: { document: { projectId } }, orderBy: { id: 'asc' }, omit: { words: false } });
const findLabels = () =>
  db().annotation.findMany({
    where: { document: { projectId } },
    include: { revisions: { omit: { record: false, evidence: false } } },
    omit: { record: false, evidence: false },
  });

describe('kill -9 of the worker in the middle of reading', () => {
  it('is survived: every page ends up read once, what was read stays as it was, labels are not touched', async () => {
    await importReports();
    const { id: longId } = await db().document.findFirstOrThrow({ where: { name: 'long' }, select: { id: true } });
    await labelOnce(admin, projectId, longId, { name: 'Ann Lee' });
    const labels = await findLabels();

    const first = await startWorker();
    await vi.waitFor(async () => expect(await db().page.count({ where: { readState: 'read' } })).toBeGreaterThan(1), patience);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const kept = (await findPages()).filter(({ readState }) => readState === 'read');
    expect(kept.length, 'nothing was left to read').toBeLessThan(pagesOfLong + shortDocuments);
    expect(await db().document.count({ where: { projectId, readState: 'reading' } })).toBeGreaterThan(0);

    await startWorker();
    await vi.waitFor(async () => expect(await db().document.count({ where: { projectId, readState: { not: 'read' } } })).toBe(0), patience);
    const pages = await findPages();
    expect(pages).toHaveLength(pagesOfLong + shortDocuments);
    for (const page of pages) expect(page).toMatchObject({ readState: 'read', wordSource: 'ocr' });
    // Words, and how long they took: a page read a second time would have another time.
    expect(pages.filter(({ id }) => kept.some((page) => page.id === id))).toEqual(kept);
    const documents = await db().document.findMany({ where: { projectId }, include: { pages: true } });
    for (const { wordCount, pages: own } of documents) {
      expect(wordCount).toBe(own.reduce((sum, page) => sum + page.wordCount, 0));
      expect(wordCount).toBeGreaterThan(0);
    }
    expect(await findLabels()).toEqual(labels);
  });
});
