import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { storage } from '@/lib/server/storage/storage';
import { deleteDocument } from '@/lib/server/use-cases/documents/delete-document';
import { openPagePicture } from '@/lib/server/use-cases/documents/open-page-picture';
import { importFromPath } from '@/lib/server/use-cases/imports/import-from-path';
import { createPerson, createProject } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';
import { picture } from './support/made-files';

const projectId = 'pictures';
let lead: Actor;
let documentId: string;

beforeAll(async () => {
  const { dataDir } = await createTestDatabase();
  const folder = await mkdtemp(path.join(dataDir, 'given-'));
  await createProject(projectId);
  const admin = await createPerson({ isAdmin: true });
  lead = await createPerson({ roles: { [projectId]: ['lead'] } });
  const file = path.join(folder, 'scan.png');
  await writeFile(file, await picture({ width: 1200, height: 1600, text: ['Haemoglobin'] }).png().toBuffer());
  await importFromPath(admin, { projectId, path: file });
  documentId = (await db().document.findFirstOrThrow({ where: { projectId } })).id;
});

type Size = Parameters<typeof openPagePicture>[1]['size'];
async function opened(size: Size) {
  const { body, bytes, contentType } = await openPagePicture(lead, { projectId, documentId, index: 0, size });
  const read = await buffer(body);
  expect(read.length).toBe(bytes);
  const { width, height } = await sharp(read).metadata();
  return { width, height, contentType };
}

describe('the picture of a page', () => {
  it('comes smaller where that is asked for, and as it is where the copy would be no smaller', async () => {
    expect(await opened('1000')).toEqual({ width: 750, height: 1000, contentType: 'image/jpeg' });
    expect(await opened('2000')).toEqual({ width: 1200, height: 1600, contentType: 'image/png' });
    expect(await opened('full')).toEqual({ width: 1200, height: 1600, contentType: 'image/png' });
  });

  it('is made smaller once: asked for many times at the same moment, then taken from the storage', async () => {
    const key = `documents/${documentId}/page-0.1000.jpg`;
    await storage().removeAll(key);
    const all = await Promise.all(Array.from({ length: 5 }, () => opened('1000')));
    expect(all.every(({ width }) => width === 750)).toBe(true);
    await storage().write(key, await picture({ width: 30, height: 40 }).jpeg().toBuffer());
    expect(await opened('1000')).toMatchObject({ width: 30 });
  });

  it('is in the audit log at every size that can be read, not as a thumbnail', async () => {
    const views = () => db().auditEvent.count({ where: { action: 'view-page', subject: `document:${documentId}/page:0` } });
    const before = await views();
    await opened('preview');
    expect(await views()).toBe(before);
    await opened('1000');
    await opened('full');
    expect(await views()).toBe(before + 2);
  });

  it('goes with its document at every size', async () => {
    await deleteDocument(lead, { projectId, documentId });
    expect(await storage().has(`documents/${documentId}/page-0.1000.jpg`)).toBe(false);
  });
});
