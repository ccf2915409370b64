import type { Page } from 'playwright-core';
import { readyAt, watchReady } from './ready';

/** A document as address and as the value of its first field. */
export interface Opened {
  readonly path: string;
  readonly name: string;
}

async function openTimed(page: Page, { path, name }: Opened): Promise<number> {
  await page.addInitScript(watchReady, name);
  await page.goto(path, { waitUntil: 'commit' });
  return readyAt(page);
}

/**
 * Milliseconds from the start of a navigation to a document that can be worked
 * on. Cold: nothing in the browser's caches but the sign-in. Warm: the same
 * address once more in the same browser.
 */
export async function measureOpening(open: () => Promise<Page>, document: Opened, times: number): Promise<{ readonly cold: readonly number[]; readonly warm: readonly number[] }> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const page = await open();
    cold.push(await openTimed(page, document));
    await page.goto('about:blank');
    warm.push(await openTimed(page, document));
    await page.context().close();
  }
  return { cold, warm };
}

/** How long a document is looked at before the next: the next one is fetched meanwhile. */
const lookMs = 300;

/** Milliseconds from Ctrl+→ to the next document of the queue, ready to be worked on. */
export async function goToNext(page: Page, name: string): Promise<number> {
  await page.waitForTimeout(lookMs);
  await page.evaluate(watchReady, name);
  await page.evaluate(() => {
    // Out of the field: inside of it the key moves the text cursor.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const note = ({ key, timeStamp }: KeyboardEvent): void => {
      if (key !== 'ArrowRight') return;
      window.benchStartedAt = timeStamp;
      // Listeners are counted: this one must not stay.
      removeEventListener('keydown', note, { capture: true });
    };
    addEventListener('keydown', note, { capture: true });
  });
  await page.keyboard.press('Control+ArrowRight');
  const at = await readyAt(page);
  return at - (await page.evaluate(() => window.benchStartedAt ?? Number.NaN));
}
