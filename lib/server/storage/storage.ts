import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { AppError } from '@/lib/core/errors/app-error';
import { env } from '../env/env';

/** Files by key ("documents/ID/page-0.webp"). A key is written whole or not at all. */
export interface Storage {
  readonly write: (key: string, bytes: Uint8Array) => Promise<void>;
  /** @throws AppError `not-found` */
  readonly read: (key: string) => Promise<Buffer>;
  /** @throws AppError `not-found` */
  readonly stream: (key: string) => Promise<{ readonly bytes: number; readonly body: Readable }>;
  readonly has: (key: string) => Promise<boolean>;
  /** Removes everything below the prefix; nothing there is no error. */
  readonly removeAll: (prefix: string) => Promise<void>;
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

function toStorageError(error: unknown, key: string): unknown {
  if (isMissing(error)) return new AppError('not-found', `The stored file ${key} is missing.`);
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
    return new AppError('unavailable', 'The disk is full. Nothing was changed; free some room and try again.');
  }
  return error;
}

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
  return {
    write: (key, bytes) =>
      guard(key, async (file) => {
        await mkdir(path.dirname(file), { recursive: true });
        const aside = `${file}.${randomUUID()}.part`;
        try {
          const handle = await open(aside, 'wx');
          try {
            await handle.writeFile(bytes);
            await handle.sync();
          } finally {
            await handle.close();
          }
          await rename(aside, file);
        } catch (error) {
          await rm(aside, { force: true });
          throw error;
        }
      }),
    read: (key) => guard(key, (file) => readFile(file)),
    stream: (key) =>
      guard(key, async (file) => ({ bytes: (await stat(file)).size, body: createReadStream(file) })),
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

let opened: Storage | undefined;

/** The storage that STORAGE_URL names. */
export function storage(): Storage {
  opened ??= openFileStorage(path.resolve(env().STORAGE_URL.slice('file:'.length)));
  return opened;
}
