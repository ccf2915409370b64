import type { Page } from 'playwright-core';
import { quantile } from './statistics';

export interface FrameRun {
  readonly name: string;
  readonly framesPerSecond: number;
  /** Milliseconds between frames at the 95th percentile. */
  readonly intervalP95: number;
  /** Tasks above 50 ms, each in milliseconds. */
  readonly longTasks: readonly number[];
  /** Events that the browser was given, per second. */
  readonly eventsPerSecond: number;
}

async function count(page: Page, name: string, seconds: number, act: (step: number) => Promise<void>): Promise<FrameRun> {
  await page.evaluate(() => {
    const frames: number[] = [];
    const tasks: number[] = [];
    window.benchFrames = frames;
    window.benchLongTasks = tasks;
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration))).observe({ type: 'longtask' });
    const tick = (at: number): void => {
      if (window.benchFrames !== frames) return;
      frames.push(at);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const until = performance.now() + seconds * 1_000;
  let step = 0;
  while (performance.now() < until) await act(step++);
  const { frames, longTasks } = await page.evaluate(() => {
    const seen = { frames: window.benchFrames ?? [], longTasks: window.benchLongTasks ?? [] };
    window.benchFrames = undefined;
    window.benchLongTasks = undefined;
    return seen;
  });
  const intervals = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
  const span = (frames.at(-1) ?? 0) - (frames[0] ?? 0);
  return { name, framesPerSecond: (1_000 * intervals.length) / span, intervalP95: quantile(intervals, 0.95), longTasks, eventsPerSecond: step / seconds };
}

/** Pans, zooms and drags over the open page as a hand does, with real input events. */
export async function measureFrames(page: Page, seconds: number): Promise<readonly FrameRun[]> {
  const bounds = await page.locator('[role="img"][data-picture]').boundingBox();
  if (!bounds) throw new Error('The page is not on the screen.');
  // Out of a cell and its editor, then the whole page in sight.
  for (const key of ['Escape', 'Escape', '0']) await page.keyboard.press(key);
  const [x, y] = [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
  await page.mouse.move(x, y);
  // The first wheel event of a page waits for what the browser then sets up.
  for (let step = 0; step < 10; step += 1) await page.mouse.wheel(0, step % 2 === 0 ? 12 : -12);
  const runs = [await count(page, 'nothing happens (the ceiling)', seconds, () => page.waitForTimeout(100))];
  runs.push(await count(page, 'pan, whole page in sight', seconds, (step) => page.mouse.wheel(0, step % 40 < 20 ? 12 : -12)));
  await page.keyboard.down('Control');
  runs.push(await count(page, 'zoom in and out', seconds, (step) => page.mouse.wheel(0, step % 80 < 40 ? -12 : 12)));
  for (let step = 0; step < 30; step += 1) await page.mouse.wheel(0, -12);
  await page.keyboard.up('Control');
  runs.push(await count(page, 'pan, zoomed in', seconds, (step) => page.mouse.wheel(0, step % 40 < 20 ? 12 : -12)));
  await page.mouse.down({ button: 'middle' });
  runs.push(await count(page, 'drag the page, zoomed in', seconds, (step) => page.mouse.move(x + 80 * Math.sin(step / 15), y + 80 * Math.cos(step / 15))));
  await page.mouse.up({ button: 'middle' });
  runs.push(await count(page, 'pointer over words', seconds, (step) => page.mouse.move(x + (step * 7) % 200, y + (step * 3) % 150)));
  return runs;
}
