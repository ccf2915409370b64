import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { importFromPath } from '@/lib/server/use-cases/imports/import-from-path';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { keepScreenshot, useVisitors } from '../setup/browser';
import { createPerson } from '../setup/people';
import { report, reportSchema, writeKeyboardReports } from './support/keyboard-report';
import { clickWord, openDocument, waitUntilSaved } from './support/label-page';
import { openPalette, takeFromPalette } from './support/palette';

const projectId = 'keyboard';
const emptyId = 'keyboard-empty';
const { facts, columns, rows } = report;
const visitors = useVisitors();
let annotator: string;

beforeAll(async () => {
  const admin = await createPerson({ name: 'Keyboard Admin', isAdmin: true });
  await createProject(admin, { id: projectId, name: 'Keyboard', schema: reportSchema });
  await createProject(admin, { id: emptyId, name: 'Empty', schema: reportSchema });
  annotator = (await createPerson({ name: 'Keyboard Annotator', roles: { [projectId]: ['annotator'], [emptyId]: ['annotator'] } })).userId;
  const folder = await mkdtemp(path.join(tmpdir(), 'hundredfold-keyboard-'));
  await importFromPath(admin, { projectId, path: await writeKeyboardReports(folder) });
  await rm(folder, { recursive: true, force: true });
  const documents = await db().document.findMany({ where: { projectId }, orderBy: { name: 'asc' }, select: { id: true } });
  await db().queueItem.createMany({ data: documents.map(({ id: documentId }, at) => ({ projectId, documentId, position: at + 1 })) });
});
afterAll(() => db().ownKeys.deleteMany({ where: { userId: annotator } }));

/** Each after the other, as fingers do. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
const cursorIn = (page: Page, pointer: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.activeElement?.closest('[data-pointer]')?.getAttribute('data-pointer') === wanted, pointer);
const untilText = (page: Page, pointer: string, text: string): Promise<unknown> =>
  page.waitForFunction(
    ([wanted, value]) => document.querySelector<HTMLTextAreaElement>(`textarea[data-pointer="${wanted}"]`)?.value === value,
    [pointer, text] as const,
  );
const keysShown = (page: Page): Promise<(string | null)[]> => page.locator('[data-field-key]').evaluateAll((keys) => keys.map((key) => key.textContent));

async function openQueue(page: Page): Promise<void> {
  await page.goto(`/p/${projectId}`);
  await page.getByRole('navigation', { name: 'The loop' }).waitFor();
  await openPalette(page);
  await takeFromPalette(page, 'label', 'Label');
  await page.waitForURL(/\/label\/[0-9a-f-]+$/);
  await page.locator('[role="img"][data-picture]').waitFor();
}

describe('labelling without a mouse', () => {
  it('goes from the queue over thirteen fields and twelve rows to submit and next', async () => {
    const { page } = await visitors.openAs(annotator);
    await openQueue(page);
    const first = page.url();
    await cursorIn(page, '/Name');

    // Words of the page: step to one, take one more, into the field in focus.
    await press(page, 'Escape', ']', ']', '}');
    expect(await keysShown(page)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'A', 'B', 'C']);
    await keepScreenshot(page, 'keyboard-words');
    await press(page, 'Enter');
    await untilText(page, '/Name', facts.Name);
    // They go on where the last ended; a number names the field.
    await press(page, ']', ']', '}', '2');
    await untilText(page, '/Age', facts.Age);
    await press(page, ']', ']', '3');
    await untilText(page, '/Gender', facts.Gender);
    expect(await keysShown(page)).toEqual([]);

    // Any field by its name; typing, Tab, and what is not there.
    await press(page, '/');
    await page.getByRole('textbox', { name: 'Field' }).waitFor();
    await page.keyboard.type('dpt');
    await press(page, 'Enter');
    await cursorIn(page, '/Department');
    for (const name of ['Department', 'Ward', 'Physician', 'Sample', 'Collected', 'Reported', 'Method', 'Diagnosis', 'Advice'] as const) {
      await cursorIn(page, `/${name}`);
      await page.keyboard.type(facts[name]);
      await press(page, 'Tab');
    }
    await cursorIn(page, '/Remark');
    await press(page, 'Alt+a');
    await cursorIn(page, '/Indicators');

    for (const [row, cells] of rows.entries()) {
      await press(page, 'Alt+Enter');
      for (const [column, cell] of cells.entries()) {
        await cursorIn(page, `/Indicators/${row}/${columns[column] ?? ''}`);
        await page.keyboard.type(cell);
        if (column < cells.length - 1) await press(page, 'Tab');
      }
    }
    await waitUntilSaved(page);
    const { content } = await openDocument(page, projectId);
    const { Remark: _absent, ...answered } = facts;
    expect(content.record).toMatchObject({
      ...answered,
      Indicators: rows.map((cells) => Object.fromEntries(columns.map((name, at) => [name, cells[at]]))),
    });
    expect(content.provenance['/Remark']).toBe('absent');
    expect(content.evidence['/Age']).toHaveLength(1);
    await keepScreenshot(page, 'keyboard-labelled');

    await press(page, 'Control+Enter');
    await page.waitForURL((url) => /\/label\/[0-9a-f-]+$/.test(url.pathname) && url.href !== first);
    const states = await db().annotation.findMany({ where: { document: { projectId }, state: 'submitted' }, select: { annotatorId: true } });
    expect(states).toEqual([{ annotatorId: annotator }]);
  });

  it('shows the keys of the page, and lets none of them through while it does', async () => {
    const { page } = await visitors.openAs(annotator);
    await openQueue(page);
    const here = page.url();
    await press(page, 'F1');
    const help = page.getByRole('dialog', { name: 'Keys of this page' });
    await help.getByRole('region', { name: 'Table' }).waitFor();
    await keepScreenshot(page, 'keyboard-help');
    await press(page, 'Control+Enter');
    await page.keyboard.type('qqq');
    await help.getByText('No key does that.').waitFor();
    await press(page, 'Control+a');
    await page.keyboard.type('turn');
    await help.getByText('Turn the page by 90°').waitFor();
    expect(await help.getByText('Undo', { exact: true }).count()).toBe(0);
    await press(page, 'Escape');
    await help.waitFor({ state: 'detached' });
    expect(page.url()).toBe(here);
    expect(await page.getByRole('status', { name: 'Before submitting' }).count()).toBe(0);
  });

  it('does by the palette what a key does, and says of the others why not', async () => {
    const { page } = await visitors.openAs(annotator);
    await openQueue(page);
    await openPalette(page);
    await page.keyboard.type('undo');
    const undo = page.getByRole('button', { name: /^Undo/ });
    await undo.last().getByText('Nothing was done yet.').waitFor();
    expect(await undo.last().isDisabled()).toBe(true);
    await keepScreenshot(page, 'keyboard-palette');
    await press(page, 'Control+a');
    await takeFromPalette(page, 'draw box', 'Draw a box');
    await page.waitForFunction(() => document.querySelector('[aria-label="Draw a box"]')?.getAttribute('aria-pressed') === 'true');
  });

  it('leaves a field alone while an input method composes, and while a letter is typed into it', async () => {
    const { page } = await visitors.openAs(annotator);
    await openQueue(page);
    await cursorIn(page, '/Name');
    const here = page.url();
    await page.evaluate(() =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true, cancelable: true })),
    );
    await page.keyboard.type('rvh?/');
    await untilText(page, '/Name', 'rvh?/');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(page.url()).toBe(here);
    await press(page, 'Control+z');
    await untilText(page, '/Name', '');
  });
});

describe('words before their field', () => {
  it('are clicked while no field is in focus, and wait for the key that their field shows', async () => {
    const { page } = await visitors.openAs(annotator);
    await openQueue(page);
    await cursorIn(page, '/Name');
    await press(page, 'Escape', 'Escape');
    await page.getByText('No field is in focus.').waitFor();
    const view = await openDocument(page, projectId);
    const word = view.firstWords.find(({ text }) => text === facts.Department);
    if (!word) throw new Error('The page lacks the word.');
    await clickWord(page, view, word);
    await page.locator('[data-field-key="/Department"]').getByText('4', { exact: true }).waitFor();
    await press(page, '4');
    await untilText(page, '/Department', facts.Department);
    await untilText(page, '/Name', '');
    await waitUntilSaved(page);
  });
});

describe('a project with nothing in it', () => {
  it('has keys all the same', async () => {
    const { page } = await visitors.openAs(annotator);
    await page.goto(`/p/${emptyId}/label`);
    await page.getByText('Nothing is picked yet').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys of this page' }).getByText('Go to, or do').waitFor();
  });
});

describe('own keys', () => {
  it('are pressed to be chosen, refused where the browser keeps them, and named where another has them', async () => {
    const { page } = await visitors.openAs(annotator);
    await page.goto(`/p/${projectId}/settings?tab=keys`);
    const row = (id: string) => page.locator(`[data-command="${id}"]`);
    const add = row('label/undo').getByRole('button', { name: 'Add a key to Undo' });
    await add.focus();
    await press(page, 'Enter', 'Control+w');
    await row('label/undo').getByText('Ctrl+W closes the tab: the browser keeps it.').waitFor();
    await press(page, 'Control+s');
    await row('label/undo').getByText('“Save now (it saves by itself)” has it and would lose it.').waitFor();
    await keepScreenshot(page, 'keys-conflict');
    await press(page, 'Enter');
    await row('label/save-now').getByText('no key').waitFor();
    await row('label/undo').getByText('your own').waitFor();
    await keepScreenshot(page, 'keys-settings');

    await openQueue(page);
    await cursorIn(page, '/Name');
    await page.keyboard.type('x');
    await untilText(page, '/Name', 'x');
    await press(page, 'Control+s');
    await untilText(page, '/Name', '');
    await page.getByRole('button', { name: 'Redo' }).hover();
    await page.getByRole('tooltip', { name: 'Redo (Ctrl+Shift+Z)' }).waitFor();
    await waitUntilSaved(page);
  });

  it('follow the person to another computer, and all go back at once, with a way to undo that', async () => {
    const { page } = await visitors.openAs(annotator);
    await page.goto(`/p/${projectId}/settings?tab=keys`);
    const undo = page.locator('[data-command="label/undo"]');
    await undo.getByText('your own').waitFor();
    await page.getByRole('button', { name: 'Restore all' }).click();
    await undo.getByText('your own').waitFor({ state: 'detached' });
    expect(await db().ownKeys.count({ where: { userId: annotator } })).toBe(0);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await undo.getByText('your own').waitFor();
    expect(await db().ownKeys.count({ where: { userId: annotator } })).toBe(2);
    await undo.getByRole('button', { name: 'Restore the keys of Undo' }).click();
    await undo.getByText('your own').waitFor({ state: 'detached' });
  });
});
