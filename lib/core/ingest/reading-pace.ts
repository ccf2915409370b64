export interface RecentReading {
  /** Pages that OCR read in the window. */
  readonly pages: number;
  /** Machine time that they took, summed over engines. */
  readonly machineMs: number;
  /** When the first and the last of their documents were done; ms since the epoch. */
  readonly firstMs: number;
  readonly lastMs: number;
}

export interface ReadingPace {
  /** null while too little was read to tell. */
  readonly pagesPerSecond: number | null;
  /** Seconds until the waiting pages are read, at that pace. */
  readonly secondsLeft: number | null;
}

/**
 * Pages per second over a recent window and what is left at that pace. The time
 * of one page is added to the span, because the first was read before it ended.
 */
export function readingPace(recent: RecentReading | null, waitingPages: number): ReadingPace {
  if (!recent || recent.pages === 0) return { pagesPerSecond: null, secondsLeft: null };
  const spanMs = recent.lastMs - recent.firstMs + recent.machineMs / recent.pages;
  if (spanMs <= 0) return { pagesPerSecond: null, secondsLeft: null };
  const pagesPerSecond = (recent.pages * 1000) / spanMs;
  return { pagesPerSecond, secondsLeft: waitingPages === 0 ? 0 : Math.ceil(waitingPages / pagesPerSecond) };
}
