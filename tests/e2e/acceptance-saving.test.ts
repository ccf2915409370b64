import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordSchema } from '@/lib/core/schema/types';
import { db } from '@/lib/server/db/client';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { expectLogged, useVisitors, type Visitor } from '../setup/browser';
import { createPerson } from '../setup/people';
import { openPage } from './support/canvas-page';
import { field, openDocument, savingState, waitUntilSaved } from './support/label-page';
import { queueDocument, storePagePicture } from './support/queued-document';

const projectId = 'acceptance';
const schema: RecordSchema = {
  type: 'object',
  properties: { Name: { type: 'string' }, Age: { type: 'string' }, Diagnosis: { type: 'string' }, Ward: { type: 'string' } },
};
const saves = /\/annotation$/;
const visitors = useVisitors();
let annotator: string;
const documents: string[] = [];

beforeAll(async () => {
  const admin = await createPerson({ name: 'Acceptance Admin', isAdmin: true });
  await createProject(admin, { id: projectId, name: 'Acceptance', schema });
  annotator = (await createPerson({ name: 'Acceptance Annotator', roles: { [projectId]: ['annotator'] } })).userId;
  await storePagePicture();
  for (let position = 0; position < 5; position += 1) documents.push(await queueDocument(projectId, { position, words: 50, pages: 1 }));
});

async function open(): Promise<Visitor & { readonly address: string }> {
  const address = `/p/${projectId}/label/${documents.pop()}`;
  const visitor = await visitors.openAs(annotator);
  await visitor.page.goto(address);
  await openPage(visitor.page).waitFor();
  return { ...visitor, address };
}

const recordOf = async (page: Page) => (await openDocument(page, projectId)).content.record;

/** The history of the document that is open, oldest first. */
async function revisionsOf(page: Page) {
  const { annotation } = await openDocument(page, projectId);
  return db().annotationRevision.findMany({
    where: { annotationId: annotation.id },
    orderBy: { revision: 'asc' },
    select: { revision: true, record: true, mutationId: true, operationIds: true },
  });
}

/** Asks the tab to send what waits, and nothing else. */
const saveNow = (page: Page): Promise<void> => page.keyboard.press('Control+s');

describe('acceptance 2: an answer that is lost', () => {
  it('same mutation delivered twice → one effect, same answer', async () => {
    const { page, complaints } = await open();
    const answers: unknown[] = [];
    let lost = 0;
    await page.route(saves, async (route) => {
      if (route.request().method() !== 'PUT' || lost > 0) return route.continue();
      lost += 1;
      const first = await route.fetch();
      const second = await route.fetch();
      answers.push(await first.json(), await second.json());
      return route.abort('connectionreset');
    });
    await field(page, 'Name').fill('Ann Lee');
    await savingState(page).getByText('offline: 1 unsynced').waitFor();
    await waitUntilSaved(page);
    expect(answers).toEqual([{ revision: 1 }, { revision: 1 }]);
    expect(await revisionsOf(page)).toMatchObject([{ revision: 1, record: { Name: 'Ann Lee' } }]);
    expectLogged(complaints, /ERR_CONNECTION_RESET/);
  });

  it('a failed write stays queued: the server fails twice, and is sent the same again', async () => {
    const { page, complaints } = await open();
    const sent: string[] = [];
    const failures = [500, 503];
    await page.route(saves, async (route) => {
      if (route.request().method() !== 'PUT') return route.continue();
      sent.push((route.request().postDataJSON() as { mutationId: string }).mutationId);
      const status = failures.shift();
      return status === undefined ? route.continue() : route.fulfill({ status, body: 'out of order' });
    });
    await field(page, 'Name').fill('Ann Lee');
    await savingState(page).getByText('offline: 1 unsynced').waitFor();
    await field(page, 'Age').fill('41');
    await waitUntilSaved(page);
    expect(sent.slice(0, 3)).toEqual([sent[0], sent[0], sent[0]]);
    expect(await recordOf(page)).toEqual({ Name: 'Ann Lee', Age: '41' });
    const ids = (await revisionsOf(page)).flatMap(({ operationIds }) => operationIds);
    expect(ids).toHaveLength(2);
    expectLogged(complaints, /50[03]/);
  });
});

describe('acceptance 3: two tabs', () => {
  it('two tabs edit one field: the second gets 409 + a field-level merge dialog; different fields merge silently', async () => {
    const { page, context, address, complaints } = await open();
    const other = await context.newPage();
    await other.goto(address);
    await openPage(other).waitFor();
    const statuses: number[] = [];
    page.on('response', (response) => {
      if (response.request().method() === 'PUT') statuses.push(response.status());
    });

    await field(other, 'Diagnosis').fill('sinus rhythm');
    await waitUntilSaved(other);
    await field(page, 'Name').fill('Ann Lee');
    await waitUntilSaved(page);
    expect(statuses).toEqual([409, 200]);
    expect(await field(page, 'Diagnosis').inputValue(), 'joined without a question').toBe('sinus rhythm');
    expect(await recordOf(page)).toEqual({ Name: 'Ann Lee', Diagnosis: 'sinus rhythm' });

    await other.reload();
    await openPage(other).waitFor();
    await field(other, 'Age').fill('41');
    await field(other, 'Ward').fill('B2');
    await waitUntilSaved(other);
    await field(page, 'Age').fill('42');
    await field(page, 'Name').fill('Ann M. Lee');
    await saveNow(page);
    const conflict = page.getByRole('dialog', { name: 'Saved from elsewhere meanwhile' });
    await conflict.waitFor();
    await savingState(page).getByText('conflict: your choice is needed').waitFor();
    expect(await conflict.getByRole('row').allInnerTexts()).toHaveLength(2);
    const row = conflict.getByRole('row', { name: /^Age/ });
    expect(await row.getByRole('cell').allInnerTexts()).toMatchObject(['Age', '42', '41', expect.any(String) as string]);
    await conflict.getByRole('group', { name: 'Keep for Age' }).getByRole('button', { name: 'Theirs' }).click();
    await conflict.getByRole('button', { name: 'Keep these' }).click();
    await waitUntilSaved(page);
    expect(await recordOf(page)).toEqual({ Name: 'Ann M. Lee', Diagnosis: 'sinus rhythm', Age: '41', Ward: 'B2' });
    const ids = (await revisionsOf(page)).flatMap(({ operationIds }) => operationIds);
    expect(new Set(ids).size).toBe(ids.length);
    expectLogged(complaints, /409/);
  });
});

describe('acceptance 4: a schema that changes under the hand', () => {
  it('schema edited while a document is open: save succeeds under the old schema version, migration offered', async () => {
    const { page } = await open();
    await field(page, 'Name').fill('Ann Lee');
    await field(page, 'Ward').fill('B2');
    await waitUntilSaved(page);

    const { Ward: _dropped, ...kept } = schema.properties;
    const newer = { type: 'object', properties: { ...kept, Room: { type: 'string' } } };
    await db().schemaVersion.create({ data: { projectId, number: 2, hash: 'acceptance-2', schema: newer as object } });
    await field(page, 'Ward').fill('B3');
    await waitUntilSaved(page);
    expect(await openDocument(page, projectId)).toMatchObject({
      content: { record: { Name: 'Ann Lee', Ward: 'B3' } }, schemaVersion: { number: 1, newestNumber: 2 },
    });

    await page.reload();
    await page.getByText('The schema has a version 2.').waitFor();
    expect(await field(page, 'Ward').inputValue()).toBe('B3');
    await page.getByRole('button', { name: 'Move it to version 2' }).click();
    await field(page, 'Room').waitFor();
    expect(await field(page, 'Ward').count()).toBe(0);
    expect(await openDocument(page, projectId)).toMatchObject({ content: { record: { Name: 'Ann Lee' } }, schemaVersion: { number: 2 } });
    const revisions = await revisionsOf(page);
    expect(revisions.at(-2)?.record, 'what had no place is in the history').toEqual({ Name: 'Ann Lee', Ward: 'B3' });
  });
});

describe('the history of a document', () => {
  it('says who saved, when and what changed, and writes an earlier save as the newest', async () => {
    const { page } = await open();
    for (const age of ['41', '42']) {
      await field(page, 'Age').fill(age);
      await saveNow(page);
      await waitUntilSaved(page);
    }
    await page.keyboard.press('Alt+h');
    const drawer = page.getByRole('dialog', { name: 'Earlier saves' });
    const newest = drawer.getByRole('group', { name: 'Revision 2' });
    await newest.getByText('Age: 41 → 42, typed').waitFor();
    await newest.getByText(/Acceptance Annotator/).waitFor();
    await drawer.getByRole('button', { name: 'Restore revision 1' }).click();
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[data-pointer="/Age"]')?.value === '41');
    expect((await revisionsOf(page)).map(({ record }) => record)).toEqual([{ Age: '41' }, { Age: '42' }, { Age: '41' }]);
  });
});
