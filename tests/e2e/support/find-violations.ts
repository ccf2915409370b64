import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 at the levels A and AA. */
const everyRule: axe.RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
/** What another colour scheme can break. */
const colourRules: axe.RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function check(page: Page, place: string, runOnly: axe.RunOnly): Promise<readonly string[]> {
  const violations = await page.evaluate(async (only): Promise<axe.Result[]> => {
    const { axe: checker } = window as unknown as { readonly axe: typeof axe };
    return (await checker.run(document, { runOnly: only, resultTypes: ['violations'], preload: false })).violations;
  }, runOnly);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${place}: ${id} at ${target.join(' ')}: ${(failureSummary ?? '').replaceAll(/\s+/g, ' ')}`),
  );
}

async function turnScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
}

/**
 * What axe finds on the page as it stands: every rule in light, then those of colours in dark.
 * @returns one line for each element: place, rule, element, what is wrong.
 */
export async function findViolations(page: Page, place: string): Promise<readonly string[]> {
  // Between two pages the title is empty for a moment.
  await page.waitForFunction(() => document.title !== '');
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
  const inLight = await check(page, place, everyRule);
  await turnScheme(page, 'dark');
  const inDark = await check(page, `${place}, in the dark`, colourRules);
  await turnScheme(page, 'light');
  return [...inLight, ...inDark];
}
