import { availableParallelism } from 'node:os';
import { createReaderPool, type ReaderPool } from './reader-pool';
import { startReader } from './reader';

/** People wait for these, so there are few: the web server has other things to do. */
const most = 2;

let pool: ReaderPool | undefined;

/** Engines of the web process for parts of a page, started when first needed. */
export function regionReaders(): ReaderPool {
  pool ??= createReaderPool({
    size: Math.min(most, availableParallelism()),
    start: startReader,
  });
  return pool;
}

/** Ends the engines; the next region starts new ones. */
export async function stopRegionReaders(): Promise<void> {
  const open = pool;
  pool = undefined;
  await open?.stop();
}
