import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { type PageBox, type PixelBox, toPageBox } from '@/lib/core/geometry/box';
import { db } from '@/lib/server/db/client';
import { cropRegion } from '@/lib/server/ocr/crop-region';
import { stopRegionReaders } from '@/lib/server/ocr/region-readers';
import { readRegion, regionsPerMinute } from '@/lib/server/use-cases/documents/read-region';
import { importFromPath } from '@/lib/server/use-cases/imports/import-from-path';
import { createPerson, createProject } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';
import { picture } from './support/made-files';

const projectId = 'regions';
const size = { width: 600, height: 400 };
/** Lines are 50 pixels apart, letters 32 pixels high, from (30, 60) on. */
const boxOfLine = (line: number, width = 380): PageBox => toPageBox([20, 30 + line * 50, 20 + width, 72 + line * 50] as unknown as PixelBox, size);
let annotator: Actor;
let documentId: string;

async function imported(admin: Actor, folder: string, name: string, bytes: Buffer): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  await importFromPath(admin, { projectId, path: file });
  return (await db().document.findFirstOrThrow({ where: { projectId, name }, select: { id: true } })).id;
}
let tiny: string;

beforeAll(async () => {
  const { dataDir } = await createTestDatabase();
  const folder = await mkdtemp(path.join(dataDir, 'given-'));
  await createProject(projectId);
  await createProject('other');
  const admin = await createPerson({ isAdmin: true });
  annotator = await createPerson({ roles: { [projectId]: ['annotator'], other: ['annotator'] } });
  const page = await picture({ ...size, text: ['Haemoglobin 13.5', 'Leukocytes 6.1', 'Diagnosis'] }).png().toBuffer();
  documentId = await imported(admin, folder, 'report.png', page);
  tiny = await imported(admin, folder, 'tiny.png', await sharp(page).resize({ width: 200 }).png().toBuffer());
});
afterAll(stopRegionReaders);

const read = (box: PageBox, more: Partial<{ projectId: string; documentId: string; index: number }> = {}) =>
  readRegion(annotator, { projectId, documentId, index: 0, box: [...box] as [number, number, number, number], ...more });
const textOf = ({ words }: Awaited<ReturnType<typeof readRegion>>): string => words.map(({ text }) => text).join(' ');

describe('reading a box of a page', () => {
  it('gives the words in it and no others, with boxes that lie where they stand', async () => {
    const answer = await read(boxOfLine(1));
    expect(textOf(answer)).toBe('Leukocytes 6.1');
    const [first] = answer.words;
    const [x0, y0, x1, y1] = boxOfLine(1);
    expect(first && first.box[0] >= x0 - 0.01 && first.box[1] >= y0 - 0.01 && first.box[2] <= x1 && first.box[3] <= y1 + 0.01).toBe(true);
    expect((first?.box[0] ?? 1) * size.width).toBeLessThan(40);
  });

  it('gives words of several lines in order, each with the line it stands on', async () => {
    const [x0, y0] = boxOfLine(0);
    const [, , x1, y1] = boxOfLine(2);
    const answer = await read([x0, y0, x1, y1] as unknown as PageBox);
    expect(textOf(answer)).toBe('Haemoglobin 13.5 Leukocytes 6.1 Diagnosis');
    expect(new Set(answer.words.map(({ line }) => line)).size).toBe(3);
  });

  it('reads letters of ten pixels, which it enlarges first', async () => {
    expect(textOf(await read(boxOfLine(0), { documentId: tiny }))).toBe('Haemoglobin 13.5');
  });

  it('gives nothing where nothing stands', async () => {
    expect(await read([0.7, 0.7, 0.9, 0.9] as unknown as PageBox)).toEqual({ words: [] });
  });

  it('is a view of the page in the audit log, which holds no text', async () => {
    const before = await db().auditEvent.count({ where: { action: 'view-page' } });
    await read(boxOfLine(2));
    expect(await db().auditEvent.count({ where: { action: 'view-page' } })).toBe(before + 1);
    const events = await db().auditEvent.findMany({ where: { projectId, userId: annotator.userId } });
    expect(new Set(events.map(({ subject }) => subject))).toEqual(new Set([`document:${documentId}/page:0`, `document:${tiny}/page:0`]));
  });

  it('is refused for pages elsewhere, boxes off the page and empty ones', async () => {
    await expect(read(boxOfLine(0), { projectId: 'other' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(read(boxOfLine(0), { index: 1 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(read([0.2, 0.2, 1.2, 0.3] as unknown as PageBox)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(read([0.2, 0.2, 0.2, 0.3] as unknown as PageBox)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is refused to somebody who asks for more in a minute than hands can draw, and to nobody else', async () => {
    const eager = await createPerson({ roles: { [projectId]: ['annotator'] } });
    // A page that is not there costs no try; these are counted and then refused for their image.
    await db().page.updateMany({ where: { documentId: tiny }, data: { imageKey: 'documents/gone/page-0.png' } });
    const ask = () => readRegion(eager, { projectId, documentId: tiny, index: 0, box: [0.1, 0.1, 0.2, 0.2] }).catch((error: { code: string }) => error.code);
    const answers = await Promise.all(Array.from({ length: regionsPerMinute + 1 }, ask));
    expect(answers.filter((code) => code === 'not-found')).toHaveLength(regionsPerMinute);
    expect(answers.filter((code) => code === 'rate-limited')).toHaveLength(1);
    expect(textOf(await read(boxOfLine(2)))).toBe('Diagnosis');
  });
});

describe('the crop', () => {
  it('stays on the page at its edges, and small enough to be read soon', async () => {
    const page = await picture({ width: 5000, height: 400 }).png().toBuffer();
    const { image } = await cropRegion(page, { width: 5000, height: 400 }, [0, 0, 1, 1] as unknown as PageBox);
    const { width = 0, height = 0 } = await sharp(image).metadata();
    expect(Math.max(width, height)).toBeLessThanOrEqual(2_432);
    const corner = await cropRegion(page, { width: 5000, height: 400 }, [0.9999, 0.999, 1, 1] as unknown as PageBox);
    expect((await sharp(corner.image).metadata()).width).toBeGreaterThan(32);
  });
});
