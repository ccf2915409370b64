import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Passing, send, untilThrough } from './retry';
import { headersOf, type Server } from './upload-file';

export const fileUrl = ({ url }: Server, key: string): string =>
  `${url}/api/storage/files/${key.split('/').map(encodeURIComponent).join('/')}`;

const sizeOf = (file: string): Promise<number> => stat(file).then(({ size }) => size, () => 0);

/** Fetches a file of any size; after a cut it goes on where it was. */
export async function downloadFile(server: Server, key: string, target: string, signal?: AbortSignal): Promise<void> {
  const aside = `${target}.part`;
  await rm(aside, { force: true });
  await untilThrough(async () => {
    const from = await sizeOf(aside);
    const answer = await send(`${fileUrl(server, key)}?from=${from}`, { headers: headersOf(server), ...(signal ? { signal } : {}) });
    const whole = Number(answer.headers.get('x-whole-bytes'));
    try {
      if (answer.body) {
        await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(aside, { flags: 'a' }));
      }
    } catch (error) {
      signal?.throwIfAborted();
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
      throw new Passing(error instanceof Error ? error.message : String(error));
    }
    if ((await sizeOf(aside)) !== whole) throw new Passing(`${key} came only in part`);
  }, signal);
  await rename(aside, target);
}
