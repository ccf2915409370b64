import { open, stat } from 'node:fs/promises';

const chunkBytes = 1024 * 1024;
const newline = 0x0a;

/** Bytes of a file; 0 where it is not there. */
export const sizeOf = (file: string): Promise<number> => stat(file).then(({ size }) => size, () => 0);

/** So much of the file from `offset` as its next whole lines take, about a chunk. */
async function readWholeLines(file: string, offset: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    let bytes = Buffer.alloc(0);
    for (;;) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(chunkBytes), 0, chunkBytes, offset + bytes.length);
      bytes = Buffer.concat([bytes, buffer.subarray(0, bytesRead)]);
      const end = bytes.lastIndexOf(newline) + 1;
      // A line that is longer than a chunk needs more of them.
      if (end > 0 || bytesRead === 0) return bytes.subarray(0, end);
    }
  } finally {
    await handle.close();
  }
}

/**
 * Hands over the whole lines from a byte of the file on; what is still being
 * written waits for the next time. The file is opened anew each time: only so
 * does a network file system show what another machine has written.
 * @param onLine gets each line and the byte where the next one begins.
 * @returns the byte to go on from.
 */
export async function readLines(file: string, from: number, onLine: (line: string, next: number) => void): Promise<number> {
  let offset = from;
  while ((await sizeOf(file)) > offset) {
    const bytes = await readWholeLines(file, offset);
    if (bytes.length === 0) return offset;
    let start = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      onLine(bytes.toString('utf8', start, end), offset + end + 1);
      start = end + 1;
    }
    offset += bytes.length;
  }
  return offset;
}
