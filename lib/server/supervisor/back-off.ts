const firstMs = 500;
const longestMs = 30_000;
/** A part that ran this long was well: the next failure starts counting afresh. */
const settledMs = 60_000;

export interface BackOff {
  /** Milliseconds to wait before the next start, after a run of `ranMs`. */
  readonly nextDelayMs: (ranMs: number) => number;
}

/** Waits that double with each failure in a row, from 0.5 s to 30 s. */
export function createBackOff(): BackOff {
  let failures = 0;
  return {
    nextDelayMs: (ranMs) => {
      if (ranMs >= settledMs) failures = 0;
      const delayMs = Math.min(longestMs, firstMs * 2 ** failures);
      failures += 1;
      return delayMs;
    },
  };
}
