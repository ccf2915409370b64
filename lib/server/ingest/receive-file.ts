import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type AppError, isAppError } from '@/lib/core/errors/app-error';
import { assertFileBytes } from './import-limits';
import type { ImportLimits } from './page-source';

/**
 * Writes what comes in to a file, no further than the limit.
 * @returns the refusal of a file that is too large; null once it is there.
 */
export async function receiveFile(
  content: AsyncIterable<Uint8Array>,
  file: string,
  limits: ImportLimits,
): Promise<AppError | null> {
  let bytes = 0;
  try {
    await pipeline(
      content,
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          assertFileBytes(bytes, limits);
          yield chunk;
        }
      },
      createWriteStream(file),
    );
    return null;
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
}
