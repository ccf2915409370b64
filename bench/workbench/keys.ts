import type { Page } from 'playwright-core';

export interface KeyRun {
  /** Milliseconds from the keydown to the end of the frame that follows it. */
  readonly paints: readonly number[];
  /** The same as the browser's Event Timing says, to 8 ms; what is under 16 ms it leaves out. */
  readonly timed: readonly number[];
}

const text = 'the quick brown fox jumps over a lazy dog ';
/** About a hundred words a minute. */
const betweenMs = 110;

/** Types into what has the cursor and listens to what the browser paints. */
async function type(page: Page, presses: number): Promise<KeyRun> {
  await page.evaluate(() => {
    const paints: number[] = [];
    const timed: number[] = [];
    window.benchPaints = paints;
    window.benchLongTasks = timed;
    const observed = { type: 'event', durationThreshold: 16, buffered: false };
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') timed.push(duration);
    }).observe(observed);
    addEventListener('keydown', (event) => {
      if (window.benchPaints !== paints) return;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => paints.push(performance.now() - event.timeStamp);
        channel.port2.postMessage(0);
      });
    }, { capture: true });
  });
  for (let at = 0; at < presses; at += 1) {
    await page.keyboard.press(text[at % text.length] === ' ' ? 'Space' : (text[at % text.length] ?? 'x'));
    await page.waitForTimeout(betweenMs);
  }
  return page.evaluate(() => {
    const seen = { paints: window.benchPaints ?? [], timed: window.benchLongTasks ?? [] };
    window.benchPaints = undefined;
    return seen;
  });
}

/** Finds a field by its name, as a person does in a long form, and waits for the cursor to be there. */
async function goTo(page: Page, name: string, pointer: string): Promise<void> {
  // Out of a cell's editor, then out of the cell.
  for (const key of ['Escape', 'Escape', '/']) await page.keyboard.press(key);
  await page.getByRole('textbox', { name: 'Field', exact: true }).waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.waitForFunction((wanted) => document.activeElement?.closest('[data-pointer]')?.getAttribute('data-pointer') === wanted, pointer);
}

export async function typeInField(page: Page, presses: number): Promise<KeyRun> {
  await goTo(page, 'Field 50', '/Field 50');
  return type(page, presses);
}

export async function typeInCell(page: Page, presses: number): Promise<KeyRun> {
  await goTo(page, 'Indicators row 6 Result', '/Indicators/5/Result');
  await page.keyboard.press('F2');
  const run = await type(page, presses);
  await page.keyboard.press('Tab');
  return run;
}
