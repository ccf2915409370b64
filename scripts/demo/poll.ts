import { setTimeout as delay } from 'node:timers/promises';

/** Asks until there is an answer; the signal ends the waiting. */
export async function pollUntil<T>(ask: () => Promise<T | null>, everyMs: number, signal: AbortSignal): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    await delay(everyMs, undefined, { signal });
  }
}
