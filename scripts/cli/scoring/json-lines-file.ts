import { createReadStream, createWriteStream, readSync } from 'node:fs';
import { type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { LineSource } from '@/lib/core/scoring';
import { UnusableInput } from '../unusable-input';
import { byteLines } from './byte-lines';
import { isFull } from './file-errors';
import { openLineIndex } from './line-index';

/** Far beyond any record; a line that never ends is passed over and not held. */
export const longestLineBytes = 64 * 2 ** 20;

export interface JsonLinesFile extends LineSource {
  readonly close: () => Promise<void>;
}

/** What is not UTF-8 becomes U+FFFD, as in the trainer; a byte order mark stays for the reader of lines. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads whole, whatever a file system hands out at once. */
function readFully(handle: FileHandle, { offset, length }: { readonly offset: number; readonly length: number }): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const more = readSync(handle.fd, bytes, filled, length - filled, offset + filled);
    if (more === 0) break;
    filled += more;
  }
  return bytes.subarray(0, filled);
}

/** The file itself, or a copy of what can be read only once (a pipe). */
async function rereadable(file: string, folder: string): Promise<string> {
  const found = await stat(file);
  if (found.isFile()) return file;
  if (found.isDirectory()) throw new UnusableInput(`${file} is a folder.`);
  const copy = path.join(folder, 'copy');
  await pipeline(createReadStream(file), createWriteStream(copy, { mode: 0o600 }));
  return copy;
}

/**
 * A file of JSON lines with an index of its ids.
 * @param folder made for the index
 * @throws UnusableInput where the file cannot be read
 */
export async function openJsonLinesFile(file: string, folder: string, longest = longestLineBytes): Promise<JsonLinesFile> {
  const cannotBeRead = (error: unknown): never => {
    if (error instanceof UnusableInput || isFull(error)) throw error;
    throw new UnusableInput(`${file} cannot be read.`, { cause: error });
  };
  await mkdir(folder);
  const handle = await open(await rereadable(file, folder).catch(cannotBeRead), 'r').catch(cannotBeRead);
  const index = await openLineIndex(path.join(folder, 'index'));
  return {
    index,
    lines: async function* lines() {
      for await (const { place, bytes } of byteLines(handle, longest))
        yield { place, text: bytes === null ? null : decoder.decode(bytes) };
    },
    read: (place) => decoder.decode(readFully(handle, place)),
    close: async () => {
      await handle.close();
      await index.close();
    },
  };
}
