import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '@/lib/server/storage/sha256';
import { openRemoteStorage } from '@/lib/server/storage/remote/remote-storage';
import { partBytes } from '@/lib/server/storage/remote/upload-file';
import { storage } from '@/lib/server/storage/storage';
import { completeUpload } from '@/lib/server/use-cases/storage/complete-upload';
import { openStorageServer, type StorageServer } from '../fixtures/storage-server';
import { createPerson } from '../setup/people';
import { createTestDatabase, type TestDatabase } from '../setup/test-database';

const token = 'a token that the box and the workbench share';
/** Two whole parts and a little. */
const content = randomBytes(2 * partBytes + 1234);
const hash = sha256(content);

let database: TestDatabase;
let server: StorageServer;
let source: string;

beforeAll(async () => {
  database = await createTestDatabase({ WORKER_TOKEN: token });
  server = await openStorageServer();
  source = path.join(database.dataDir, 'adapter.safetensors');
  await writeFile(source, content);
});
beforeEach(() => {
  server.answered.length = 0;
  server.cut = () => false;
  server.spoil = (_request, chunk) => chunk;
});
afterAll(() => server.close());

const remote = () => openRemoteStorage({ url: server.url, token });

describe('a checkpoint on its way home', () => {
  it('arrives as it was sent, in parts, and once', async () => {
    await remote().writeFrom('checkpoints/a/adapter.safetensors', source, hash);
    expect(sha256(await storage().read('checkpoints/a/adapter.safetensors'))).toBe(hash);
    expect(server.answered).toEqual([`GET ${hash}`, 'PUT 0', 'PUT 1', 'PUT 2', `POST ${hash}`]);
    server.answered.length = 0;
    await remote().writeFrom('checkpoints/a/adapter.safetensors', source, hash);
    expect(server.answered).toEqual([`GET ${hash}`]);
  });

  it('survives a line that is cut in the middle of a part: only that part is sent again', async () => {
    let cuts = 2;
    server.cut = ({ method, url }) => method === 'PUT' && (url ?? '').includes('/1?') && cuts-- > 0;
    await remote().writeFrom('checkpoints/b/adapter.safetensors', source, hash);
    expect(sha256(await storage().read('checkpoints/b/adapter.safetensors'))).toBe(hash);
    expect(server.answered.filter((line) => line === 'PUT 0')).toHaveLength(1);
    expect(server.answered.filter((line) => line === 'PUT 1')).toHaveLength(1);
  });

  it('goes on in another process from the parts that arrived', async () => {
    const stop = new AbortController();
    server.cut = ({ method, url }) => {
      if (method !== 'PUT' || !(url ?? '').includes('/2?')) return false;
      stop.abort(new Error('the worker is gone'));
      return true;
    };
    await expect(remote().writeFrom('checkpoints/c/adapter.safetensors', source, hash, stop.signal)).rejects.toThrow();
    server.cut = () => false;
    server.answered.length = 0;
    await remote().writeFrom('checkpoints/c/adapter.safetensors', source, hash);
    expect(server.answered).toEqual([`GET ${hash}`, 'PUT 2', `POST ${hash}`]);
    expect(sha256(await storage().read('checkpoints/c/adapter.safetensors'))).toBe(hash);
  });

  it('is refused where a part was changed on its way, and nothing is stored', async () => {
    server.spoil = (request, chunk) => (request.method === 'PUT' ? Uint8Array.from(chunk, (byte, place) => (place === 0 ? byte ^ 1 : byte)) : chunk);
    await expect(remote().writeFrom('checkpoints/d/adapter.safetensors', source, hash)).rejects.toMatchObject({ code: 'broken-file' });
    expect(await storage().has('checkpoints/d/adapter.safetensors')).toBe(false);
  });

  it('is refused where the whole is not what it is called', async () => {
    const other = createHash('sha256').update('something else').digest('hex');
    await expect(remote().writeFrom('checkpoints/e/adapter.safetensors', source, other)).rejects.toMatchObject({ code: 'broken-file' });
    expect(await storage().has('checkpoints/e/adapter.safetensors')).toBe(false);
  });

  it('comes back the same, over a line that is cut on the way', async () => {
    let cuts = 1;
    server.cut = ({ method }) => method === 'GET' && cuts-- > 0;
    const target = path.join(database.dataDir, 'back.safetensors');
    await remote().readInto('checkpoints/a/adapter.safetensors', target);
    expect(sha256(await readFile(target))).toBe(hash);
  });

  it('needs the token, may not touch what is not a round\'s, and is for no person', async () => {
    const stranger = openRemoteStorage({ url: server.url, token: 'another token of more than thirty-two letters' });
    await expect(stranger.read('checkpoints/a/adapter.safetensors')).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(remote().writeFrom('documents/a/page-0.png', source, hash)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(remote().removeAll('checkpoints/a')).rejects.toMatchObject({ code: 'invalid-input' });
    const person = await createPerson({ isAdmin: true });
    const upload = { hash, key: 'checkpoints/f/x', parts: 1, bytes: 1 };
    await expect(completeUpload(person, upload)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
