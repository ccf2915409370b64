import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, type ZipFile, openPromise } from 'yauzl';
import { AppError, isAppError } from '@/lib/core/errors/app-error';
import { isClutter, unsafeName } from '@/lib/core/ingest/archive-name';
import { type Bundle, bundleOf } from './bundle';
import type { ImportLimits } from './page-source';

/** Unix mode in the upper half of the external attributes: 0o12 is a link. */
const isLink = (entry: Entry): boolean => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;

function toArchiveError(error: unknown): AppError {
  if (isAppError(error)) return error;
  const said = error instanceof Error ? error.message : '';
  // yauzl refuses such names by itself, and data longer than the archive says.
  if (/relative path|absolute path|characters in fileName/.test(said)) {
    return new AppError('unsafe-archive', 'The archive names files outside of itself. Nothing of it was imported.', {}, { cause: error });
  }
  if (/too many bytes in the stream/.test(said)) {
    return new AppError('unsafe-archive', 'The archive unpacks to more than it says. Nothing of it was imported.', {}, { cause: error });
  }
  return new AppError('broken-file', 'The archive is cut off or damaged. Pack it again.', {}, { cause: error });
}

function assertSafe(entry: Entry): void {
  const reason = unsafeName(entry.fileName) ?? (isLink(entry) ? 'a link' : null);
  if (reason) throw new AppError('unsafe-archive', `The archive holds ${reason}. Nothing of it was imported.`);
  if (entry.isEncrypted()) {
    throw new AppError('encrypted-file', 'The archive asks for a password. Pack it without one.');
  }
}

const unpacksTooFar = (limit: number): AppError =>
  new AppError(
    'unsafe-archive',
    `The archive unpacks to over ${Math.floor(limit / 1024 / 1024)} MiB (IMPORT_MAX_UNPACKED_BYTES). Nothing of it was imported.`,
  );

/** Fails as soon as more bytes came through than are left of the allowance. */
function metered(allowance: { left: number }, limit: number): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      allowance.left -= chunk.length;
      if (allowance.left < 0) done(unpacksTooFar(limit));
      else done(null, chunk);
    },
  });
}

async function withArchive<T>(file: string, work: (zip: ZipFile) => Promise<T>): Promise<T> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
  try {
    return await work(zip);
  } finally {
    zip.close();
  }
}

async function checkEntries(zip: ZipFile, limits: ImportLimits): Promise<void> {
  if (zip.entryCount > limits.maxArchiveFiles) {
    throw new AppError('too-large', `The archive holds over ${limits.maxArchiveFiles} files (IMPORT_MAX_ARCHIVE_FILES). Split it.`);
  }
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    assertSafe(entry);
    declared += entry.uncompressedSize;
  }
  if (declared > limits.maxUnpackedBytes) throw unpacksTooFar(limits.maxUnpackedBytes);
}

async function extract(zip: ZipFile, folder: string, limits: ImportLimits): Promise<Bundle> {
  const found = new Map<string, string>();
  const allowance = { left: limits.maxUnpackedBytes };
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/') || isClutter(entry.fileName)) continue;
    const target = path.join(folder, String(found.size));
    const content = await zip.openReadStreamPromise(entry);
    await pipeline(content, metered(allowance, limits.maxUnpackedBytes), createWriteStream(target));
    found.set(entry.fileName, target);
  }
  return bundleOf(found);
}

/**
 * Unpacks an archive below `folder`, under names of its own: what the archive
 * calls its files never reaches the file system. Names are checked before the
 * first byte is written, sizes while they stream.
 * @throws AppError `unsafe-archive`, `encrypted-file`, `broken-file`, `too-large`
 */
export async function unpackZip(file: string, folder: string, limits: ImportLimits): Promise<Bundle> {
  try {
    await withArchive(file, (zip) => checkEntries(zip, limits));
    await mkdir(folder, { recursive: true });
    return await withArchive(file, (zip) => extract(zip, folder, limits));
  } catch (error) {
    throw toArchiveError(error);
  }
}
