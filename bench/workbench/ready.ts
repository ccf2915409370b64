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

/**
 * Milliseconds of the page's clock at which the document was ready.
 * @throws Error that says what is there instead
 */
export async function readyAt(page: Page): Promise<number> {
  const seen = await page.waitForFunction(() => window.benchReadyAt !== undefined, undefined, { timeout: 30_000 }).catch(() => null);
  if (!seen) {
    const shown = await page.evaluate(() => ({
      field: document.querySelector<HTMLTextAreaElement>('textarea[data-pointer="/Field 1"]')?.value,
      isDrawn: document.querySelector('[role="img"][data-picture] canvas') !== null,
      text: document.body.innerText.slice(0, 500),
    }));
    throw new Error(`The document ${page.url()} is not ready: ${JSON.stringify(shown)}`);
  }
  return page.evaluate(() => window.benchReadyAt ?? Number.NaN);
}
