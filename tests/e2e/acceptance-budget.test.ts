import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordSchema } from '@/lib/core/schema/types';
import { db } from '@/lib/server/db/client';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { useVisitors } from '../setup/browser';
import { createPerson } from '../setup/people';
import { openPage } from './support/canvas-page';
import { drawnBy, watchDrawing } from './support/drawn-components';
import { field, openDocument, waitUntilSaved } from './support/label-page';
import { queueDocument, storePagePicture } from './support/queued-document';

const projectId = 'budget';
const shape = { words: 1_000, fields: 100, pages: 10, rows: 12 };
const columns = ['Item', 'Result', 'Unit', 'Range'];
const schema: RecordSchema = {
  type: 'object',
  properties: {
    ...Object.fromEntries(Array.from({ length: shape.fields }, (_, at) => [`Field ${at + 1}`, { type: 'string' as const }])),
    Indicators: { type: 'array', items: { type: 'object', properties: Object.fromEntries(columns.map((name) => [name, { type: 'string' as const }])) } },
  },
};
/** Every field and cell answered, so that all of them are drawn as they are in work. */
const record = {
  ...Object.fromEntries(Array.from({ length: shape.fields }, (_, at) => [`Field ${at + 1}`, `value ${at}`])),
  Indicators: Array.from({ length: shape.rows }, (_, row) => Object.fromEntries(columns.map((name) => [name, `${name} ${row}`]))),
};

const visitors = useVisitors();
let annotator: string;
let documents: readonly string[];

beforeAll(async () => {
  const admin = await createPerson({ name: 'Budget Admin', isAdmin: true });
  await createProject(admin, { id: projectId, name: 'Budget', schema });
  annotator = (await createPerson({ name: 'Budget Annotator', roles: { [projectId]: ['annotator'] } })).userId;
  await storePagePicture();
  const { id: schemaVersionId } = await db().schemaVersion.findFirstOrThrow({ where: { projectId }, select: { id: true } });
  const made: string[] = [];
  for (const position of [1, 2]) {
    const documentId = await queueDocument(projectId, { position, words: shape.words, pages: shape.pages });
    await db().annotation.create({ data: { documentId, annotatorId: annotator, schemaVersionId, record, evidence: {}, provenance: {} } });
    made.push(documentId);
  }
  documents = made;
});

const requestsOf = (page: Page): string[] => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  return asked;
};
const wordsOf = (documentId: string | undefined, page: number): string => `GET /api/projects/${projectId}/documents/${documentId}/pages/${page}/words`;
const answerTo = (page: Page, request: string): Promise<unknown> =>
  page.waitForResponse((response) => `${response.request().method()} ${new URL(response.url()).pathname}` === request);

async function open(): Promise<{ readonly page: Page; readonly asked: string[] }> {
  const { page } = await visitors.openAs(annotator);
  await watchDrawing(page);
  const asked = requestsOf(page);
  await page.goto(`/p/${projectId}/label/${documents[0]}`);
  await openPage(page).waitFor();
  return { page, asked };
}

/**
 * Types two letters and lets their save wait for its answer, then a third: from
 * then on nothing comes from the server, and "saving" and "undo" have been said.
 * @returns what lets the save go on
 */
async function typeUntilSteady(page: Page): Promise<() => void> {
  let goOn = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route('**/annotation', async (route) => {
    if (route.request().method() === 'PUT') await gate;
    await route.continue();
  });
  const sent = page.waitForRequest((request) => request.method() === 'PUT');
  await page.keyboard.type('ab');
  await sent;
  await drawnBy(page, () => page.keyboard.press('c'));
  return goOn;
}

describe('acceptance test 6: 1 000 words, 100 fields, 10 pages', () => {
  it('a letter draws the editor that it is typed into, and no other field, no page, no header', async () => {
    const { page } = await open();
    await field(page, 'Field 5').click();
    const goOn = await typeUntilSteady(page);
    for (const letter of 'de') expect(await drawnBy(page, () => page.keyboard.press(letter))).toEqual({ '/Field 5': 2 });
    goOn();
    await waitUntilSaved(page);
    expect((await openDocument(page, projectId)).content.record['Field 5']).toMatch(/abcde$/);
  });

  it('a letter in a cell draws the editor of that cell, and no other cell', async () => {
    const { page } = await open();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.getByRole('textbox', { name: 'Field', exact: true }).waitFor();
    await page.keyboard.type('Indicators row 6 Result');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-cell') === '/Indicators/5/Result');
    const goOn = await typeUntilSteady(page);
    for (const letter of 'de') expect(await drawnBy(page, () => page.keyboard.press(letter))).toEqual({ '/Indicators/5/Result': 2 });
    goOn();
    await page.keyboard.press('Tab');
    await waitUntilSaved(page);
  });

  it('a page that moves draws no field and no header', async () => {
    const { page } = await open();
    const bounds = await openPage(page).boundingBox();
    if (!bounds) throw new Error('The page is not on the screen.');
    await page.mouse.move(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
    await page.mouse.wheel(0, 12);
    const before = await openPage(page).getAttribute('data-y');
    const drawn = await drawnBy(page, async () => {
      await page.mouse.wheel(0, 24);
      await page.waitForFunction((y) => document.querySelector('[role="img"][data-picture]')?.getAttribute('data-y') !== y, before);
    });
    expect(Object.keys(drawn).filter((place) => place !== 'canvas' && place !== 'elsewhere')).toEqual([]);
  });

  it('words come page by page: of the first with the document, of others once somebody is near them', async () => {
    const { page, asked } = await open();
    const view = await openDocument(page, projectId);
    expect(view.firstWords).toHaveLength(shape.words);
    expect(JSON.stringify(view.pages)).not.toContain('word');
    const near = answerTo(page, wordsOf(documents[0], 2));
    await page.keyboard.press('PageDown');
    await near;
    await page.getByRole('listbox', { name: 'Words of page 2' }).waitFor();
    const loaded = asked.filter((request) => request.endsWith('/words'));
    expect(loaded.toSorted()).toEqual([wordsOf(documents[0], 1), wordsOf(documents[0], 2)]);
  });

  it('the next document is here before it is opened: Ctrl+→ asks for neither its data nor its picture', async () => {
    const [, next] = documents;
    const { page } = await visitors.openAs(annotator);
    const data = answerTo(page, `POST /api/projects/${projectId}/documents/${next}/annotation`);
    const picture = answerTo(page, `GET /api/projects/${projectId}/documents/${next}/pages/0/image`);
    await page.goto(`/p/${projectId}/label/${documents[0]}`);
    await openPage(page).waitFor();
    await Promise.all([data, picture]);
    await page.keyboard.press('Escape');
    const asked = requestsOf(page);
    await page.keyboard.press('Control+ArrowRight');
    await page.waitForURL((to) => to.pathname.endsWith(`/${next}`));
    await page.getByRole('img', { name: /^Page 1 of 10 of report-2/ }).waitFor();
    const fetched = [`POST /api/projects/${projectId}/documents/${next}/annotation`, `GET /api/projects/${projectId}/documents/${next}/pages/0/image`];
    expect(asked.filter((request) => fetched.includes(request))).toEqual([]);
  });
});
