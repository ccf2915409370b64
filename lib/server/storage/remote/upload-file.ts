import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { z } from 'zod';
import { Passing, send, untilThrough } from './retry';

/** What is in memory at a time, and what a cut connection sends again. */
export const partBytes = 8 * 2 ** 20;

const arrivedSchema = z.object({ parts: z.array(z.number().int()), isStored: z.boolean() });

export interface Server {
  readonly url: string;
  readonly token: string;
}

export const headersOf = ({ token }: Server): Record<string, string> => ({ authorization: `Bearer ${token}` });

/**
 * Sends a file in parts, each with its SHA-256; the upload is named by that of
 * the whole, so that what arrived before a cut, a kill or another attempt stays.
 * @throws AppError `broken-file` where the whole is not what it should be.
 */
export async function uploadFile(server: Server, key: string, source: string, sha256: string, signal?: AbortSignal): Promise<void> {
  const { size } = await stat(source);
  const parts = Math.max(1, Math.ceil(size / partBytes));
  const base = `${server.url}/api/storage/uploads/${sha256}`;
  const headers = headersOf(server);
  const init = signal ? { headers, signal } : { headers };
  const arrived = await untilThrough(async () => {
    const answer = await send(`${base}?key=${encodeURIComponent(key)}`, init);
    return arrivedSchema.parse(await answer.json());
  }, signal);
  if (arrived.isStored) return;
  const there = new Set(arrived.parts);
  const file = await open(source);
  try {
    const buffer = Buffer.alloc(Math.min(partBytes, Math.max(1, size)));
    for (let part = 0; part < parts; part++) {
      if (there.has(part)) continue;
      const { bytesRead } = await file.read(buffer, 0, buffer.length, part * partBytes);
      const body = buffer.subarray(0, bytesRead);
      const hash = createHash('sha256').update(body).digest('hex');
      await untilThrough(() => send(`${base}/${part}?sha256=${hash}`, { ...init, method: 'PUT', body: new Uint8Array(body) }), signal);
    }
  } finally {
    await file.close();
  }
  await untilThrough(async () => {
    const answer = await send(base, {
      ...init,
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ key, parts, bytes: size }),
    });
    if (!(await answer.json())) throw new Passing('the workbench gave no answer');
  }, signal);
}
