import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError, isAppError } from '@/lib/core/errors/app-error';
import { dataPath } from '../env/env';
import { storage } from './storage';

/** Parts that arrived of files on their way here, by the SHA-256 of the whole. */
const folderOf = (hash: string): string => dataPath('uploads', hash);
const partPattern = /^\d+$/;

/** Larger than what the client sends, so that its size may change. */
const mostPartBytes = 64 * 2 ** 20;
const keepForMs = 7 * 24 * 60 * 60 * 1000;

export async function listParts(hash: string): Promise<number[]> {
  const names = await readdir(folderOf(hash)).catch(() => []);
  return names.filter((name) => partPattern.test(name)).map(Number).sort((a, b) => a - b);
}

/** Keeps a part once it is whole and has its hash. @throws AppError `broken-file`, `too-large` */
export async function receivePart(hash: string, part: number, sha256: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const folder = folderOf(hash);
  await mkdir(folder, { recursive: true });
  const aside = path.join(folder, `.${part}.${process.pid}-${Date.now()}`);
  const digest = createHash('sha256');
  let bytes = 0;
  try {
    await pipeline(
      content,
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          if (bytes > mostPartBytes) throw new AppError('too-large', 'A part of an upload may have 64 MiB at most.');
          digest.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(aside, { flags: 'wx' }),
    );
    if (digest.digest('hex') !== sha256) throw new AppError('broken-file', `Part ${part} did not arrive as it was sent.`);
    await rename(aside, path.join(folder, String(part)));
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

/**
 * Puts the parts together under their key: verified against the hash of the
 * whole on the way, in constant memory. Where that is wrong, the parts are thrown
 * away, since nobody can tell which one is.
 * @throws AppError `broken-file`, `not-ready` where parts are missing
 */
export async function completeUpload(hash: string, key: string, parts: number, bytes: number): Promise<void> {
  const folder = folderOf(hash);
  const there = new Set(await listParts(hash));
  const missing = Array.from({ length: parts }, (_, part) => part).filter((part) => !there.has(part));
  if (missing.length > 0) throw new AppError('not-ready', `${missing.length} parts are missing.`, { missing: missing.slice(0, 100) });
  const whole = path.join(folder, '.whole');
  async function* all(): AsyncGenerator<Buffer> {
    for (let part = 0; part < parts; part++) yield* createReadStream(path.join(folder, String(part))) as AsyncIterable<Buffer>;
  }
  try {
    await pipeline(all, createWriteStream(whole));
    const { size } = await stat(whole);
    if (size !== bytes) throw new AppError('broken-file', `The file has ${size} bytes instead of ${bytes}.`);
    await storage().writeFrom(key, whole, hash);
  } catch (error) {
    await rm(isAppError(error) && error.code === 'broken-file' ? folder : whole, { recursive: true, force: true });
    throw error;
  }
  await rm(folder, { recursive: true, force: true });
}

/** Forgets uploads that nobody went on with for a week. */
export async function sweepUploads(now: Date): Promise<void> {
  const root = dataPath('uploads');
  for (const name of await readdir(root).catch(() => [])) {
    const { mtimeMs } = await stat(path.join(root, name));
    if (now.getTime() - mtimeMs > keepForMs) await rm(path.join(root, name), { recursive: true, force: true });
  }
}
