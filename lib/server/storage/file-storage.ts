import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@/lib/core/errors/app-error';
import { hashFile } from './hash-file';
import type { Storage } from './storage-shape';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

function toStorageError(error: unknown, key: string): unknown {
  if (isMissing(error)) return new AppError('not-found', `The stored file ${key} is missing.`);
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
    return new AppError('unavailable', 'The disk is full. Nothing was changed; free some room and try again.');
  }
  return error;
}

/** The storage in a folder of this machine, or one that several machines share. */
export function openFileStorage(root: string): Storage {
  const locate = (key: string): string => {
    const file = path.resolve(root, key);
    if (!file.startsWith(path.resolve(root) + path.sep)) {
      throw new AppError('invalid-input', 'A storage key may not leave the storage folder.');
    }
    return file;
  };
  const guard = async <T>(key: string, work: (file: string) => Promise<T>): Promise<T> => {
    try {
      return await work(locate(key));
    } catch (error) {
      throw toStorageError(error, key);
    }
  };
  /** `fill` makes the file aside; it takes its place when it is whole and on the disk. */
  const place = (key: string, fill: (aside: string) => Promise<void>): Promise<void> =>
    guard(key, async (file) => {
      await mkdir(path.dirname(file), { recursive: true });
      const aside = `${file}.${randomUUID()}.part`;
      try {
        await fill(aside);
        const handle = await open(aside, 'r+');
        try {
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(aside, file);
      } catch (error) {
        await rm(aside, { force: true });
        throw error;
      }
    });
  return {
    write: (key, bytes) => place(key, (aside) => writeFile(aside, bytes, { flag: 'wx' })),
    writeFrom: (key, source, sha256) =>
      place(key, async (aside) => {
        await pipeline(createReadStream(source), createWriteStream(aside, { flags: 'wx' }));
        if ((await hashFile(aside)) !== sha256) throw new AppError('broken-file', `${path.basename(key)} is not what its hash says.`);
      }),
    readInto: (key, target) => guard(key, (file) => pipeline(createReadStream(file), createWriteStream(target))),
    read: (key) => guard(key, (file) => readFile(file)),
    stream: (key, from = 0) =>
      guard(key, async (file) => ({ bytes: (await stat(file)).size, body: createReadStream(file, { start: from }) })),
    has: (key) =>
      guard(key, (file) =>
        stat(file).then(
          () => true,
          (error: unknown) => {
            if (isMissing(error)) return false;
            throw error;
          },
        ),
      ),
    removeAll: (prefix) => guard(prefix, (file) => rm(file, { recursive: true, force: true })),
  };
}
