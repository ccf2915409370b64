import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { AppError, isAppError } from '@/lib/core/errors/app-error';
import { sha256 } from '../sha256';
import type { Storage } from '../storage-shape';
import { downloadFile, fileUrl } from './download-file';
import { send, untilThrough } from './retry';
import { headersOf, type Server, uploadFile } from './upload-file';

/** Runs `work` on a file that is gone afterwards. */
async function withScratchFile<T>(work: (file: string) => Promise<T>): Promise<T> {
  const file = path.join(tmpdir(), `hundredfold-${randomUUID()}`);
  try {
    return await work(file);
  } finally {
    await rm(file, { force: true });
  }
}

/** The workbench's storage as a worker on another machine has it: through the web server, with the worker's token. */
export function openRemoteStorage(given: Server): Storage {
  const server = { ...given, url: given.url.replace(/\/$/, '') };
  const get = (key: string, from: number) => send(`${fileUrl(server, key)}?from=${from}`, { headers: headersOf(server) });
  return {
    write: (key, bytes) =>
      withScratchFile(async (file) => {
        await writeFile(file, bytes, { mode: 0o600 });
        await uploadFile(server, key, file, sha256(bytes));
      }),
    writeFrom: (key, source, hash, signal) => uploadFile(server, key, source, hash, signal),
    read: (key) =>
      withScratchFile(async (file) => {
        await downloadFile(server, key, file);
        return readFile(file);
      }),
    readInto: (key, target, signal) => downloadFile(server, key, target, signal),
    stream: async (key, from = 0) => {
      const answer = await untilThrough(() => get(key, from));
      if (!answer.body) throw new AppError('unavailable', `${key} came without content.`);
      return {
        bytes: Number(answer.headers.get('x-whole-bytes')),
        body: Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]),
      };
    },
    has: async (key) => {
      try {
        const answer = await untilThrough(() => get(key, 0));
        await answer.body?.cancel();
        return true;
      } catch (error) {
        if (isAppError(error) && error.code === 'not-found') return false;
        throw error;
      }
    },
    removeAll: async (prefix) => {
      await untilThrough(() => send(fileUrl(server, prefix), { method: 'DELETE', headers: headersOf(server) }));
    },
  };
}
