import type { CDPSession, Page } from 'playwright-core';

export interface HeapReading {
  readonly documents: number;
  readonly megabytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** The page's JavaScript heap after its garbage was collected, and what the browser counts in it. */
export async function readHeap(session: CDPSession, documents: number): Promise<HeapReading> {
  // Twice: what the first frees may let more go.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return { documents, megabytes: usedSize / 2 ** 20, nodes: metric('Nodes'), listeners: metric('JSEventListeners') };
}

export async function watchHeap(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  return session;
}
