import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordSchema } from '@/lib/core/schema/types';
import { db } from '@/lib/server/db/client';
import { importFromPath } from '@/lib/server/use-cases/imports/import-from-path';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { jsonLines, picture } from '../integration/support/made-files';
import { createPerson } from '../setup/people';
import { keepScreenshot, useVisitors } from '../setup/browser';
import { canvasState, evidenceOf, openPage, pagePlace, placeOf } from './support/canvas-page';
import { field, waitUntilSaved } from './support/label-page';

const projectId = 'canvas';
const size = { width: 1200, height: 1600 };
const schema: RecordSchema = {
  type: 'object',
  properties: { Name: { type: 'string' }, Age: { type: 'string' }, Diagnosis: { type: 'string' } },
};
/** Printed at 32 pixels, 50 apart, from (30, 60) on. */
const text = ['Name Ann Lee', 'Age 41 years', 'Diagnosis sinus rhythm', '', 'Unread remark', '', 'Haemoglobin 13.5'];
/** About as wide as a letter is. */
const letter = 17;
/** Words of the first three lines alone: what stands below nobody has read. */
const words = text.slice(0, 3).flatMap((line, at) =>
  [...line.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    box: [30 + match.index * letter, 34 + at * 50, 30 + (match.index + match[0].length) * letter, 68 + at * 50],
  })),
);

const visitors = useVisitors();
let folder: string;
let annotator: string;

beforeAll(async () => {
  const admin = await createPerson({ name: 'Canvas Admin', isAdmin: true });
  await createProject(admin, { id: projectId, name: 'Canvas', schema });
  annotator = (await createPerson({ name: 'Canvas Annotator', roles: { [projectId]: ['annotator'] } })).userId;
  folder = await mkdtemp(path.join(tmpdir(), 'hundredfold-canvas-'));
  const images = ['first.png', 'second.png'];
  await writeFile(path.join(folder, 'first.png'), await picture({ ...size, text }).png().toBuffer());
  await writeFile(path.join(folder, 'second.png'), await picture({ ...size, text: ['Second page'] }).png().toBuffer());
  await importFromPath(admin, { projectId, path: await jsonLines(folder, [{ id: 'report', images, words }]) });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function openReport(): Promise<Page> {
  const { id } = await db().document.findFirstOrThrow({ where: { projectId }, select: { id: true } });
  const { page } = await visitors.openAs(annotator);
  await page.goto(`/p/${projectId}/label/${id}`);
  await openPage(page).waitFor();
  return page;
}

const valueOf = (page: Page, name: string): Promise<string> => field(page, name).inputValue();

/** From one place of the page to another, in pixels of its image, in steps as a hand does. */
async function drag(page: Page, from: readonly [number, number], to: readonly [number, number], modifier?: 'Shift' | 'Alt' | 'Control'): Promise<void> {
  const [a, b] = [await placeOf(page, size, ...from), await placeOf(page, size, ...to)];
  if (modifier) await page.keyboard.down(modifier);
  await page.mouse.move(a.x, a.y);
  await page.mouse.down();
  await page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2, { steps: 3 });
  await page.mouse.move(b.x, b.y, { steps: 3 });
  await page.mouse.up();
  if (modifier) await page.keyboard.up(modifier);
}
const untilValue = (page: Page, name: string, value: string): Promise<unknown> =>
  page.waitForFunction(([pointer, wanted]) => document.querySelector<HTMLTextAreaElement>(`[data-pointer="/${pointer}"]`)?.value === wanted, [name, value] as const);

describe('the page under the hand', () => {
  it('gives words by a drag across lines in reading order, by a double click the line, and more with Ctrl', async () => {
    const page = await openReport();
    await field(page, 'Name').click();
    await drag(page, [130, 50], [60, 100]);
    await untilValue(page, 'Name', 'Ann Lee Age');
    await field(page, 'Diagnosis').click();
    const word = await placeOf(page, size, 250, 150);
    await page.mouse.dblclick(word.x, word.y);
    await untilValue(page, 'Diagnosis', 'Diagnosis sinus rhythm');
    await page.keyboard.press('Control+Z');
    await untilValue(page, 'Diagnosis', '');
    await field(page, 'Age').click();
    await drag(page, [20, 80], [130, 120], 'Shift');
    await untilValue(page, 'Age', 'Age 41');
    const years = await placeOf(page, size, 190, 100);
    await page.keyboard.down('Control');
    await page.mouse.click(years.x, years.y);
    await page.keyboard.up('Control');
    await untilValue(page, 'Age', 'Age 41 years');
    await waitUntilSaved(page);
  });

  it('reads a drawn box that holds no words, and leaves alone what somebody typed meanwhile', async () => {
    const page = await openReport();
    await field(page, 'Diagnosis').click();
    await page.getByRole('button', { name: 'Draw a box' }).click();
    await drag(page, [20, 328], [420, 384]);
    await untilValue(page, 'Diagnosis', 'Haemoglobin 13.5');
    await keepScreenshot(page, 'canvas-read');
    await page.keyboard.press('Control+Z');
    await untilValue(page, 'Diagnosis', '');
    await waitUntilSaved(page);
    expect(await evidenceOf(page, projectId, '/Diagnosis')).toEqual([]);

    const answered = page.waitForResponse(/\/region$/);
    await page.route(/\/region$/, async (route) => {
      await field(page, 'Diagnosis').fill('typed');
      await route.continue();
    });
    await drag(page, [20, 328], [420, 384]);
    await answered;
    await page.getByText('reading…').waitFor({ state: 'detached' });
    expect(await valueOf(page, 'Diagnosis')).toBe('typed');
    await page.unroute(/\/region$/);

    await drag(page, [700, 900], [900, 1000]);
    await page.getByText('No text was found in the box.').waitFor();
  });

  it('moves, resizes, splits, merges and removes boxes, by hand and by keys, each one step to undo', async () => {
    const page = await openReport();
    await field(page, 'Name').click();
    await page.getByRole('button', { name: 'Draw a box' }).click();
    await drag(page, [20, 30], [300, 75]);
    await waitUntilSaved(page);
    const read = async () => {
      await waitUntilSaved(page);
      return (await evidenceOf(page, projectId, '/Name')).map(({ box }) => pagePlace(box, size));
    };
    const [drawn] = await read();
    expect(drawn).toBeDefined();

    await drag(page, [160, 50], [260, 250]);
    const [moved] = await read();
    expect(moved?.[0]).toBeGreaterThan((drawn?.[0] ?? 0) + 80);
    expect(moved?.[1]).toBeGreaterThan((drawn?.[1] ?? 0) + 180);
    const corner = moved ?? [0, 0, 0, 0];
    await drag(page, [corner[2], corner[3]], [corner[2] + 100, corner[3] + 60]);
    const [resized] = await read();
    expect(resized?.slice(0, 2)).toEqual(corner.slice(0, 2));
    expect(resized?.[2]).toBeGreaterThan(corner[2] + 80);

    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowRight');
    const [nudged] = await read();
    expect(nudged?.[0]).toBeGreaterThan(resized?.[0] ?? Infinity);
    await page.keyboard.press('Alt+ArrowDown');
    expect((await read())[0]?.[3]).toBeGreaterThan(nudged?.[3] ?? Infinity);
    await keepScreenshot(page, 'canvas-box');

    // All presses together are one step; then the handle, then the move.
    for (const before of [resized, moved, drawn]) {
      await page.keyboard.press('Control+Z');
      expect((await read())[0]).toEqual(before);
    }
    await page.keyboard.press('s');
    expect(await read()).toHaveLength(3);
    await page.keyboard.press('g');
    expect(await read()).toHaveLength(1);
    await page.keyboard.press('b');
    await page.keyboard.press('Delete');
    expect(await read()).toEqual([]);
    expect(await valueOf(page, 'Name')).toBe('Name Ann Lee');
  });

  it('turns the page for the eye alone: boxes drawn on it are stored upright', async () => {
    const page = await openReport();
    await field(page, 'Age').click();
    await page.keyboard.press('Control+Alt+r');
    await page.waitForFunction(() => document.querySelector('[data-turns]')?.getAttribute('data-turns') === '1');
    await page.getByRole('button', { name: 'Draw a box' }).click();
    await drag(page, [20, 82], [280, 126]);
    await untilValue(page, 'Age', 'Age 41 years');
    await keepScreenshot(page, 'canvas-turned');
    await waitUntilSaved(page);
    const [{ box } = { box: [0, 0, 0, 0] as const }] = await evidenceOf(page, projectId, '/Age');
    for (const [at, expected] of [20, 82, 280, 126].entries()) expect(Math.abs((pagePlace(box, size)[at] ?? 0) - expected)).toBeLessThan(4);
  });

  it('zooms to a sharper picture, keeps the zoom on the next page, and shows where the field stands on others', async () => {
    const page = await openReport();
    await field(page, 'Age').click();
    expect((await canvasState(page)).picture).toBe(1000);
    const middle = await placeOf(page, size, 200, 100);
    await page.mouse.move(middle.x, middle.y);
    await page.keyboard.down('Control');
    for (let notch = 0; notch < 6; notch++) await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await page.waitForFunction(() => document.querySelector('[data-picture]')?.getAttribute('data-picture') === '1600');
    const { scale } = await canvasState(page);
    await page.getByRole('button', { name: /^Page 1 of 2, holds the field in focus$/ }).waitFor();
    await page.getByRole('button', { name: /^Page 2 of 2$/ }).click();
    await page.getByRole('img', { name: /^Page 2 of 2/ }).waitFor();
    expect((await canvasState(page)).scale).toBe(scale);
    await keepScreenshot(page, 'canvas-pages');
  });
});
