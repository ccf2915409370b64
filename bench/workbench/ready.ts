import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Milliseconds of `performance.now()` when the document was seen to be ready. */
    benchReadyAt: number | undefined;
    benchStartedAt: number | undefined;
    benchFrames: number[] | undefined;
    benchLongTasks: number[] | undefined;
    benchPaints: number[] | undefined;
  }
}

/**
 * Looks at every frame until the document is open: its page is drawn with the
 * words and marks over it, and its first field shows its value and takes the
 * cursor. One more frame is waited for, since a canvas paints with the next one.
 */
export const watchReady = (name: string): void => {
  window.benchReadyAt = undefined;
  const look = (): void => {
    const field = document.querySelector<HTMLTextAreaElement>('textarea[data-pointer="/Field 1"]');
    const picture = document.querySelector('[role="img"][data-picture] canvas');
    if (field?.value !== name || picture === null) return void requestAnimationFrame(look);
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        window.benchReadyAt = performance.now();
      };
      channel.port2.postMessage(0);
    });
  };
  requestAnimationFrame(look);
};

/** Milliseconds of the page's clock at which the document was ready. */
export async function readyAt(page: Page): Promise<number> {
  await page.waitForFunction(() => window.benchReadyAt !== undefined, undefined, { timeout: 60_000 });
  return page.evaluate(() => window.benchReadyAt ?? Number.NaN);
}
