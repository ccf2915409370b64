import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** What the head of the page said so far, each wording once. */
    shownStates?: string[];
  }
}

/** From now on the page remembers every wording under its title: states that pass in a moment are not missed. */
export async function rememberStates(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shown: string[] = (window.shownStates = []);
    const look = (): void => {
      const words = document.querySelector('h1')?.nextElementSibling?.textContent ?? '';
      if (!shown.includes(words)) shown.push(words);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
  });
}

export const shownStates = async (page: Page): Promise<readonly string[]> => (await page.evaluate(() => window.shownStates)) ?? [];
