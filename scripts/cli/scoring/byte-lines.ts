import type { FileHandle } from 'node:fs/promises';
import type { Place } from '@/lib/core/scoring';

export interface ByteLine {
  readonly place: Place;
  /** Without "\n", gone when the next line is asked for; null where the line is longer than is held. */
  readonly bytes: Uint8Array | null;
}

const newLine = 0x0a;
const chunkBytes = 256 * 1024;

/**
 * The lines of a file. They end at "\n" alone: "\r" before it is white space to
 * JSON, other separators stand inside texts.
 * @param longest bytes of a line; what is longer is passed over without being held
 */
export async function* byteLines(file: FileHandle, longest: number): AsyncGenerator<ByteLine> {
  const chunk = Buffer.allocUnsafe(chunkBytes);
  let line = 1;
  let start = 0;
  let read = 0;
  let held: Buffer[] = [];
  let heldBytes = 0;
  const hold = (part: Buffer): void => {
    heldBytes += part.length;
    if (heldBytes > longest) held = [];
    else held.push(Buffer.from(part));
  };
  const lineUpTo = (last: Buffer): ByteLine => {
    const place = { line, offset: start, length: heldBytes + last.length };
    const bytes = place.length > longest ? null : held.length === 0 ? last : Buffer.concat([...held, last]);
    line++;
    start += place.length + 1;
    held = [];
    heldBytes = 0;
    return { place, bytes };
  };
  for (;;) {
    const { bytesRead } = await file.read(chunk, 0, chunkBytes, read);
    if (bytesRead === 0) break;
    read += bytesRead;
    const filled = chunk.subarray(0, bytesRead);
    let from = 0;
    for (let at = filled.indexOf(newLine); at >= 0; at = filled.indexOf(newLine, from)) {
      yield lineUpTo(filled.subarray(from, at));
      from = at + 1;
    }
    hold(filled.subarray(from));
  }
  if (heldBytes > 0) yield lineUpTo(Buffer.alloc(0));
}
