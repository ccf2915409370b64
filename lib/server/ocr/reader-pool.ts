import { availableParallelism } from 'node:os';
import { env } from '../env/env';
import type { Word } from '@/lib/core/geometry/word';
import { type Reader, startReader } from './reader';

interface PoolOptions {
  readonly size: number;
  /** Starts an engine; tests give their own. */
  readonly start?: (language: string) => Promise<Reader>;
}

export interface ReaderPool {
  readonly size: number;
  /**
   * Reads one page as soon as an engine is free. Aborting ends the engine at
   * work on it (it cannot be told to stop) and rejects with the signal's reason.
   */
  readonly read: (image: () => Promise<Uint8Array>, language: string, signal: AbortSignal) => Promise<Word[]>;
  readonly stop: () => Promise<void>;
}

interface IdleReader {
  readonly language: string;
  readonly reader: Reader;
}

/** As many engines as asked for, started when first needed and kept for the next page. */
export function createReaderPool({ size, start = startReader }: PoolOptions): ReaderPool {
  const idle: IdleReader[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;

  const enter = async (): Promise<void> => {
    if (busy >= size) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
  };
  /** The place goes to the one who waits longest, or is given back. */
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  };
  const take = async (language: string): Promise<IdleReader> => {
    const at = idle.findIndex((candidate) => candidate.language === language);
    const [found] = at >= 0 ? idle.splice(at, 1) : [];
    if (found) return found;
    // An engine of another language gives way: the places are for all languages together.
    if (idle.length + busy > size) await idle.shift()?.reader.stop();
    return { language, reader: await start(language) };
  };

  return {
    size,
    read: async (image, language, signal) => {
      await enter();
      try {
        signal.throwIfAborted();
        const bytes = await image();
        const taken = await take(language);
        return await readOrAbort(taken.reader, bytes, signal).then(
          (words) => {
            idle.push(taken);
            return words;
          },
          async (error: unknown) => {
            await taken.reader.stop();
            throw error;
          },
        );
      } finally {
        leave();
      }
    },
    stop: async () => {
      await Promise.all(idle.splice(0).map(({ reader }) => reader.stop()));
    },
  };
}

function readOrAbort(reader: Reader, image: Uint8Array, signal: AbortSignal): Promise<Word[]> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    reader
      .read(image)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}

let pool: ReaderPool | undefined;

/** The engines of this process: OCR_CONCURRENCY of them, or one per core. */
export function readerPool(): ReaderPool {
  pool ??= createReaderPool({ size: env().OCR_CONCURRENCY ?? availableParallelism() });
  return pool;
}

/** Ends the engines; the next page starts new ones. */
export async function stopReaderPool(): Promise<void> {
  const open = pool;
  pool = undefined;
  await open?.stop();
}
