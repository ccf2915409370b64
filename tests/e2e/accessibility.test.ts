import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectLogged, useVisitors } from '../setup/browser';
import { createAccessibleProject, scripts, type AccessibleProject } from './support/accessible-project';
import { openPage } from './support/canvas-page';
import { findViolations } from './support/find-violations';
import { field, waitUntilSaved } from './support/label-page';
import { documentStops, emptyStops, labelStops, roundStops, settingStops, visitorStops, type Stop } from './support/stops';

const projectId = 'accessible';
const visitors = useVisitors();
let project: AccessibleProject;

beforeAll(async () => {
  project = await createAccessibleProject(projectId);
});

const isSettled = (page: Page): Promise<void> =>
  page.locator('.mantine-Loader-root, .mantine-Skeleton-root').first().waitFor({ state: 'detached' });

/** Goes from stop to stop. @returns what is wrong at each, and which could not be reached. */
async function walk(page: Page, stops: readonly Stop[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, path, arrive } of stops) {
    try {
      if (path !== undefined) await page.goto(path);
      await arrive(page);
      await isSettled(page);
      found.push(...(await findViolations(page, name)));
    } catch (error) {
      found.push(`${name}: not reached: ${String(error)}`);
    }
  }
  return found;
}

const rooms = { documentStops, labelStops, roundStops, settingStops, emptyStops };

describe('every page keeps WCAG 2.2 AA as far as axe can tell, in light and in the dark', () => {
  it.each(Object.entries(rooms))('of %s', async (_name, stopsOf) => {
    const { page, complaints } = await visitors.openAs(stopsOf === settingStops ? project.admin : project.lead, { reducedMotion: 'reduce' });
    expect(await walk(page, stopsOf(project))).toEqual([]);
    // Addresses of nothing are among them.
    if (stopsOf === emptyStops || stopsOf === roundStops) expectLogged(complaints, /404/);
  });

  it('of those who are not signed in', async () => {
    const { page } = await visitors.open({ reducedMotion: 'reduce' });
    expect(await walk(page, visitorStops)).toEqual([]);
  });
});

describe('the page of a document', () => {
  it('is there as lists too: what was found leads to its field, and words are taken with Enter', async () => {
    const { page } = await visitors.openAs(project.lead);
    await page.goto(`/p/${projectId}/label/${project.toLabel}`);
    await openPage(page).waitFor();
    await field(page, 'Name').click();
    const words = page.getByRole('listbox', { name: 'Words of page 1' });
    await words.focus();
    const first = words.getByRole('option', { selected: true });
    const [text = ''] = (await first.innerText()).split(', box at ');
    expect(await first.getAttribute('aria-posinset')).toBe('1');
    expect(await words.getByRole('option').count()).toBeLessThan(20);
    await page.keyboard.press('Enter');
    await page.waitForFunction((wanted) => document.querySelector<HTMLTextAreaElement>('[data-pointer="/Name"]')?.value === wanted, text);
    await waitUntilSaved(page);
    await page.keyboard.press('ArrowDown');
    await words.locator('[aria-selected="true"][aria-posinset="2"]').waitFor();
    await page.keyboard.press('Shift+Tab');
    const found = page.getByRole('listbox', { name: 'Fields found on page 1' });
    expect(await found.getByRole('option', { selected: true }).innerText()).toContain(`Name: ${text}, box at `);
    await page.keyboard.press('Enter');
    await page.getByRole('note', { name: 'About the field in focus' }).getByText('Name').waitFor();
  });
});

/** Have no place in the Tab order: each has a key where the cursor is (docs/keys.md). */
const doneByKeys = /^(Accept the suggestion for|Clear|Absent|Add a row|Read off page|Move .* (up|down)|Remove|Row \d+ of) ?/;

describe('the label page', () => {
  it('has Tab reach everything that a pointer can press, and leaves no field as a trap', async () => {
    const { page } = await visitors.openAs(project.lead);
    await page.goto(`/p/${projectId}/label/${project.toLabel}`);
    await openPage(page).waitFor();
    const start = page.getByRole('link', { name: 'Skip to content' });
    await page.evaluate(() => document.addEventListener('focusin', ({ target }) => target instanceof Element && target.setAttribute('data-reached', '')));
    await start.focus();
    const isBack = (): Promise<boolean> => page.evaluate(() => document.activeElement === document.body || document.activeElement?.getAttribute('href') === '#content');
    let presses = 0;
    do {
      await page.keyboard.press('Tab');
      presses += 1;
    } while (!(await isBack()) && presses < 300);
    expect(presses, 'Tab went round').toBeLessThan(300);
    const missed = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, [role="slider"], [role="gridcell"], [tabindex="0"]')]
        .filter((element) => element.checkVisibility() && !element.matches(':disabled, [data-disabled], [aria-hidden="true"], [aria-hidden="true"] *, [data-reached], [data-reached] *, #content'))
        // Of a group of radios or a grid of cells one is a stop; arrows go on from there.
        .filter((element) => !element.closest('[role="radiogroup"], [role="grid"]')?.querySelector('[data-reached]'))
        .map((element) => element.getAttribute('aria-label') ?? element.textContent ?? element.outerHTML),
    );
    expect(missed.filter((name) => !doneByKeys.test(name))).toEqual([]);
  });
});

describe('values in other scripts', () => {
  it('run in the direction of their letters, in the field and in the comparison of two', async () => {
    const { page } = await visitors.openAs(project.lead);
    const directionOf = (text: string): Promise<string> => page.getByText(text, { exact: true }).first().evaluate((element) => getComputedStyle(element).direction);
    await page.goto(`/p/${projectId}/review/${project.annotationId}`);
    await openPage(page).waitFor();
    const diagnosis = field(page, 'Diagnosis');
    expect(await diagnosis.inputValue()).toBe(scripts.arabic);
    expect(await diagnosis.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    await page.goto(`/p/${projectId}/review/documents/${project.toSettle}`);
    await page.getByRole('status', { name: 'Differences' }).waitFor();
    expect(await directionOf(scripts.arabic)).toBe('rtl');
    expect(await directionOf(scripts.chinese)).toBe('ltr');
  });
});

describe('dialogs', () => {
  it('keep the focus inside, and give it back when they close', async () => {
    const { page } = await visitors.openAs(project.lead);
    await page.goto(`/p/${projectId}/label/${project.toLabel}`);
    await openPage(page).waitFor();
    for (const [opener, inside] of [['Show the keys', 'Search the keys'], ['Go to Ctrl K', 'Go to']] as const) {
      const button = page.getByRole('button', { name: opener }).first();
      await button.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: inside }).waitFor();
      for (let press = 0; press < 12; press += 1) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null), `${inside} lost the focus`).toBe(true);
      }
      await page.keyboard.press('Escape');
      await page.getByRole('textbox', { name: inside }).waitFor({ state: 'detached' });
      expect(await button.evaluate((element) => element === document.activeElement), `${opener} has no focus`).toBe(true);
    }
  });
});

describe('motion', () => {
  it('is none for people who ask for none', async () => {
    const { page } = await visitors.openAs(project.lead, { reducedMotion: 'reduce' });
    await page.goto(`/p/${projectId}/documents`);
    await page.getByRole('table', { name: 'Documents' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Go to' }).waitFor();
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('body *')].flatMap((element) =>
        [null, '::before', '::after'].flatMap((part) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element, part);
          return /[1-9]/.test(transitionDuration + animationDuration) ? [`${element.className}${part ?? ''}`] : [];
        }),
      ),
    );
    expect(moving).toEqual([]);
  });
});
