import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/server/db/new-id';
import { dataPath } from '@/lib/server/env/env';
import { stagingFolder, sweepImports } from '@/lib/server/ingest/sweep-imports';
import { storage } from '@/lib/server/storage/storage';
import { createProject } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const projectId = 'sweep';
const hourMs = 60 * 60 * 1000;
const now = new Date('2026-01-02T12:00:00Z');
const longAgo = new Date(now.getTime() - hourMs);

beforeAll(async () => {
  await createTestDatabase();
  await createProject(projectId);
});

/** What a process leaves that was killed in the middle of a file. */
async function interruptedImport(createdAt: Date) {
  const documentId = newId();
  const { id: importId } = await db().import.create({ data: { projectId, source: 'a.pdf', options: {}, createdAt } });
  const { id: fileId } = await db().importFile.create({ data: { importId, name: 'a.pdf', documentId, createdAt } });
  await storage().write(`documents/${documentId}/page-0.png`, new Uint8Array([1]));
  await mkdir(stagingFolder(importId), { recursive: true });
  await writeFile(path.join(stagingFolder(importId), 'upload'), 'half a file');
  return { documentId, importId, fileId };
}

describe('the sweep of imports', () => {
  it('clears away what a killed process left: files, uploads, the running import', async () => {
    const left = await interruptedImport(longAgo);
    expect(await sweepImports(now)).toBe(1);
    expect(await storage().has(`documents/${left.documentId}`)).toBe(false);
    expect(await db().import.findUnique({ where: { id: left.importId } })).toMatchObject({ state: 'finished' });
    expect(await db().importFile.findUnique({ where: { id: left.fileId } })).toMatchObject({ state: 'failed', errorCode: 'unavailable' });
    expect(await readdir(dataPath('staging'))).toEqual([]);
  });

  it('leaves alone what is still being imported', async () => {
    const running = await interruptedImport(new Date(now.getTime() - 1000));
    expect(await sweepImports(now)).toBe(0);
    expect(await storage().has(`documents/${running.documentId}/page-0.png`)).toBe(true);
    expect(await db().import.findUnique({ where: { id: running.importId } })).toMatchObject({ state: 'running' });
  });

  it('keeps the files of a document that did get written', async () => {
    const written = await interruptedImport(longAgo);
    await db().document.create({ data: { id: written.documentId, projectId, name: 'a', contentHash: 'x', pageCount: 1 } });
    await sweepImports(now);
    expect(await storage().has(`documents/${written.documentId}/page-0.png`)).toBe(true);
  });
});
