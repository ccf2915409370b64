import { setTimeout as delay } from 'node:timers/promises';
import type { Journal } from '../rounds/journal';

const beatMs = 1_000;

/**
 * Runs work that takes a while (copying, hashing) beside the attempt's signs of
 * life. A cancelled, paused or lost round aborts it.
 * @throws what the heartbeat threw, else what the work threw.
 */
export async function besideHeartbeat<T>(journal: Pick<Journal, 'breathe'>, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  let isOver = false;
  const working = work(stop.signal).finally(() => (isOver = true));
  const settled = working.then(
    () => true,
    () => true,
  );
  try {
    while (!isOver) {
      await journal.breathe();
      await Promise.race([settled, delay(beatMs)]);
    }
  } catch (error) {
    stop.abort(error);
    await settled;
    throw error;
  }
  return working;
}
