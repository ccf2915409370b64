import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { dataPath } from '@/lib/server/env/env';
import { cancelImport } from '@/lib/server/use-cases/imports/cancel-import';
import { importUpload } from '@/lib/server/use-cases/imports/import-upload';
import { startImport } from '@/lib/server/use-cases/imports/start-import';
import { createPerson, createProject } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';
import { patchFile, pdf, picture, zip } from './support/made-files';

const projectId = 'bad-files';
let lead: Actor;
let folder: string;

beforeAll(async () => {
  const { dataDir } = await createTestDatabase({
    IMPORT_MAX_UNPACKED_BYTES: String(10 * 1024 * 1024),
    IMPORT_MAX_FILE_BYTES: String(2 * 1024 * 1024),
  });
  folder = await mkdtemp(path.join(dataDir, 'given-'));
  await createProject(projectId);
  lead = await createPerson({ roles: { [projectId]: ['lead'] } });
});

const given = async (name: string, bytes: Uint8Array): Promise<string> => {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
};

async function upload(name: string, file: string) {
  const { importId } = await startImport(lead, { projectId, source: name });
  const { results } = await importUpload(lead, { projectId, importId, name, content: createReadStream(file) });
  return results;
}

async function uploadOne(name: string, bytes: Uint8Array) {
  const [result] = await upload(name, await given(name, bytes));
  return result;
}

const storedFolders = () => readdir(path.join(dataPath('storage'), 'documents')).catch(() => []);

describe('a file that cannot be imported', () => {
  it('is named when an image ends early, in each format', async () => {
    const whole = {
      'cut.png': await picture({ text: ['truncated'] }).png().toBuffer(),
      'cut.jpg': await picture({ text: ['truncated'] }).jpeg().toBuffer(),
      'cut.webp': await picture({ text: ['truncated'] }).webp().toBuffer(),
      'cut.tif': await picture({ text: ['truncated'] }).tiff({ compression: 'lzw' }).toBuffer(),
    };
    for (const [name, bytes] of Object.entries(whole)) {
      const result = await uploadOne(name, bytes.subarray(0, Math.floor(bytes.length * 0.6)));
      expect(result, name).toMatchObject({ outcome: 'failed', code: 'broken-file' });
    }
  });

  it('is named when its content is not what its name says', async () => {
    const result = await uploadOne('letter.png', Buffer.from('Dear colleague,\n'));
    expect(result).toMatchObject({ outcome: 'failed', code: 'unsupported-file' });
    expect(result?.message).toContain('The name says PNG');
    expect(await uploadOne('empty.pdf', Buffer.alloc(0))).toMatchObject({ code: 'broken-file' });
  });

  it('is named when a PDF asks for a password, is damaged, or has too many pages', async () => {
    expect(await uploadOne('locked.pdf', pdf({ pages: ['secret'], isEncrypted: true }))).toMatchObject({ code: 'encrypted-file' });
    expect(await uploadOne('torn.pdf', Buffer.from('%PDF-1.4\n1 0 obj\n<<'))).toMatchObject({ code: 'broken-file' });
    const long = await uploadOne('long.pdf', pdf({ pages: Array.from({ length: 400 }, () => 'page') }));
    expect(long).toMatchObject({ code: 'too-large' });
    expect(long?.message).toContain('400 pages');
  });

  it('is named when an image is too wide or the file too long', async () => {
    const wide = sharp({ create: { width: 40_000, height: 10, channels: 3, background: '#fff' } });
    const result = await uploadOne('wide.png', await wide.png().toBuffer());
    expect(result).toMatchObject({ code: 'too-large' });
    expect(result?.message).toContain('40,000');
    expect(await uploadOne('long.bin', Buffer.alloc(3 * 1024 * 1024))).toMatchObject({ code: 'too-large' });
  });

  it('is named when an archive unpacks too far, climbs out, links elsewhere or asks for a password', async () => {
    const bomb = await zip(path.join(folder, 'bomb.zip'), { 'zeros.png': Buffer.alloc(40 * 1024 * 1024) });
    expect(await upload('bomb.zip', bomb)).toMatchObject([{ code: 'unsafe-archive' }]);

    const climbing = await zip(path.join(folder, 'climb.zip'), { 'xx/evil.png': await picture().png().toBuffer() });
    await patchFile(climbing, 'xx/evil.png', '../evil.png');
    expect(await upload('climb.zip', climbing)).toMatchObject([{ code: 'unsafe-archive' }]);

    const link = await zip(path.join(folder, 'link.zip'), { 'a.png': { content: Buffer.from('/etc/passwd'), mode: 0o120777 } });
    expect(await upload('link.zip', link)).toMatchObject([{ code: 'unsafe-archive' }]);

    const torn = await zip(path.join(folder, 'torn.zip'), { 'a.png': await picture().png().toBuffer() });
    await writeFile(torn, (await readFile(torn)).subarray(0, 200));
    expect(await upload('torn.zip', torn)).toMatchObject([{ code: 'broken-file' }]);
  });

  it('is named when an archive unpacks to more than it says', async () => {
    const liar = await zip(path.join(folder, 'liar.zip'), { 'zeros.png': Buffer.alloc(1024 * 1024) });
    // The size in the archive's directory: 1 MiB, little endian, made 1 KiB.
    await patchFile(liar, '\x00\x00\x10\x00\x09\x00', '\x00\x04\x00\x00\x09\x00');
    const [result] = await upload('liar.zip', liar);
    expect(['unsafe-archive', 'broken-file']).toContain(result?.code);
  });

  it('leaves the rest of its archive alone, and an archive in an archive closed', async () => {
    const inner = await zip(path.join(folder, 'inner.zip'), { 'x.png': await picture().png().toBuffer() });
    const mixed = await zip(path.join(folder, 'mixed.zip'), {
      'good.png': await picture({ text: ['good one'] }).png().toBuffer(),
      'bad.png': (await picture({ text: ['bad one'] }).png().toBuffer()).subarray(0, 300),
      'inner.zip': await readFile(inner),
      '__MACOSX/._good.png': Buffer.from('clutter'),
    });
    const results = await upload('mixed.zip', mixed);
    expect(results.map(({ name, code }) => [name, code])).toEqual([
      ['bad.png', 'broken-file'],
      ['good.png', null],
      ['inner.zip', 'unsupported-file'],
    ]);
  });

  it('leaves nothing half-imported behind: neither rows nor files', async () => {
    const documents = await db().document.findMany({ where: { projectId }, select: { id: true, name: true } });
    expect(documents.map(({ name }) => name)).toEqual(['good.png']);
    expect(await storedFolders()).toEqual(documents.map(({ id }) => id));
    const staged = await readdir(dataPath('staging'), { recursive: true, withFileTypes: true });
    expect(staged.filter((entry) => entry.isFile())).toEqual([]);
    expect(await db().importFile.count({ where: { state: 'waiting' } })).toBe(0);
  });
});

describe('an archive with more files than an answer lists', () => {
  it('is counted whole, and says how many more refusals there are', async () => {
    const files = Array.from({ length: 203 }, (_, at) => [`broken-${at}.png`, Buffer.from(`no picture ${at}`)] as const);
    const archive = await zip(path.join(folder, 'many.zip'), Object.fromEntries(files));
    const { importId } = await startImport(lead, { projectId, source: 'many.zip' });
    const answer = await importUpload(lead, { projectId, importId, name: 'many.zip', content: createReadStream(archive) });
    expect(answer).toMatchObject({ counts: { imported: 0, duplicate: 0, failed: 203 }, unsaid: 3 });
    expect(answer.results).toHaveLength(200);
  });
});

describe('a cancelled import', () => {
  it('takes no more files and keeps none of the one being read', async () => {
    const { importId } = await startImport(lead, { projectId, source: 'cancelled' });
    await cancelImport(lead, { projectId, importId });
    const file = await given('late.png', await picture({ text: ['late'] }).png().toBuffer());
    await expect(
      importUpload(lead, { projectId, importId, name: 'late.png', content: createReadStream(file) }),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await db().document.count({ where: { projectId, name: 'late.png' } })).toBe(0);
  });
});
