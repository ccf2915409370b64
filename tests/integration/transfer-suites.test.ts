import { createReadStream } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { db } from '@/lib/server/db/client';
import { findHeldOut } from '@/lib/server/repositories/held-out';
import { assignSplit } from '@/lib/server/use-cases/documents/assign-split';
import { importFromPath } from '@/lib/server/use-cases/imports/import-from-path';
import { importUpload } from '@/lib/server/use-cases/imports/import-upload';
import { startImport } from '@/lib/server/use-cases/imports/start-import';
import { createPerson, createProject } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';
import { jsonLines, picture, zip } from './support/made-files';

const projectId = 'suites';
const receipts = { split: 'transfer', suite: 'Receipts' } as const;
let admin: Actor;
let folder: string;

beforeAll(async () => {
  const { dataDir } = await createTestDatabase();
  folder = await mkdtemp(path.join(dataDir, 'given-'));
  await createProject(projectId);
  await db().schemaVersion.create({
    data: { projectId, number: 1, hash: 'h', schema: { type: 'object', properties: { total: { type: 'string' } } } },
  });
  admin = await createPerson({ isAdmin: true });
});

const image = async (name: string): Promise<Buffer> => picture({ text: [name] }).png().toBuffer();
const placeOf = (name: string) =>
  db().document.findFirstOrThrow({ where: { projectId, name }, select: { split: true, suite: true, goldAnnotationId: true } });

async function upload(name: string, file: string, place: object) {
  const { importId } = await startImport(admin, { projectId, source: name, ...place });
  return (await importUpload(admin, { projectId, importId, name, content: createReadStream(file) })).results;
}

describe('an import into a transfer suite', () => {
  it('puts a file there that says nothing of a split', async () => {
    const file = path.join(folder, 'one.png');
    await writeFile(file, await image('one'));
    expect(await upload('one.png', file, receipts)).toMatchObject([{ outcome: 'imported' }]);
    expect(await placeOf('one.png')).toMatchObject(receipts);
  });

  it('puts rows there with their gold, but for those that name their own split', async () => {
    const rows = [
      { id: 'two', image: 'two.png', gold: { total: '4' } },
      { id: 'three', image: 'three.png', split: 'test', gold: { total: '5' } },
    ];
    const archive = await zip(path.join(folder, 'rows.zip'), {
      'documents.jsonl': Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n')),
      'two.png': await image('two'),
      'three.png': await image('three'),
    });
    expect(await upload('rows.zip', archive, receipts)).toMatchObject([{ outcome: 'imported' }, { outcome: 'imported' }]);
    const two = await placeOf('two');
    expect(two).toMatchObject(receipts);
    expect(two.goldAnnotationId).not.toBeNull();
    expect(await placeOf('three')).toMatchObject({ split: 'test', suite: null });
    expect(await findHeldOut(projectId)).toEqual([
      { split: 'test', suite: '', documents: 1 },
      { ...receipts, documents: 2 },
    ]);
  });

  it('says what to do where gold has other keys than the schema, without a value of it', async () => {
    await writeFile(path.join(folder, 'four.png'), await image('four'));
    const listing = await jsonLines(folder, [{ id: 'four', image: 'four.png', gold: { vendor: 'Corner Shop' } }]);
    const said: (string | null)[] = [];
    const result = await importFromPath(admin, { projectId, path: listing, ...receipts, onResult: ({ message }) => said.push(message) });
    expect(result.failed).toBe(1);
    expect(said[0]).toContain('/vendor is a key that the schema does not have');
    expect(said[0]).toContain('rename its keys to those of the schema');
    expect(said[0]).not.toContain('Corner Shop');
  });

  it('needs a name, and a name needs the split', async () => {
    for (const place of [{ split: 'transfer' }, { split: 'test', suite: 'Receipts' }, { suite: 'Receipts' }] as const) {
      await expect(startImport(admin, { projectId, source: 'x', ...place })).rejects.toMatchObject({ code: 'invalid-input' });
    }
  });

  it('keeps a group in one split or suite', async () => {
    for (const name of ['five', 'six']) await writeFile(path.join(folder, `${name}.png`), await image(name));
    const rows = [
      { id: 'five', image: 'five.png', group: 'p1' },
      { id: 'six', image: 'six.png', group: 'p1', split: 'transfer', suite: 'Tickets' },
    ];
    const result = await importFromPath(admin, { projectId, path: await jsonLines(folder, rows, 'group.jsonl'), ...receipts });
    expect(result).toMatchObject({ imported: 1, failed: 1 });
    expect(await placeOf('five')).toMatchObject(receipts);
  });
});

describe('moving documents to a transfer suite', () => {
  it('takes the group along, and the suite is there from then on', async () => {
    const { id: documentId } = await db().document.findFirstOrThrow({ where: { projectId, name: 'five' }, select: { id: true } });
    await assignSplit(admin, { projectId, documentIds: [documentId], split: 'transfer', suite: 'Tickets' });
    expect(await placeOf('five')).toMatchObject({ split: 'transfer', suite: 'Tickets' });
    expect((await findHeldOut(projectId)).map(({ suite }) => suite)).toEqual(['', 'Receipts', 'Tickets']);
  });
});
