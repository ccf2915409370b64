import type { Page } from 'playwright-core';

/** Ctrl-K, and the cursor in its box: letters before that would go to the page. */
export async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Go to');
}

/** Types into the open palette and takes the line, once it is the one that Enter takes. */
export async function takeFromPalette(page: Page, letters: string, line: string): Promise<void> {
  await page.keyboard.type(letters);
  await page.locator('[data-action][data-selected]').filter({ hasText: line }).waitFor();
  await page.keyboard.press('Enter');
}
