import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { importFromPath } from '@/lib/server/use-cases/imports/import-from-path';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { createPerson } from '../setup/people';
import { keepScreenshot, useVisitors } from '../setup/browser';
import { field, submitAsItIs, waitUntilSaved } from './support/label-page';
import { writeReports } from './support/reports';

const projectId = 'review';
const visitors = useVisitors();
const person = { lead: '', reviewer: '', ann: '', bob: '' };
let reports: Awaited<ReturnType<typeof writeReports>>;

const schema = {
  type: 'object',
  properties: {
    Name: { type: 'string', 'x-phi': true },
    Age: { type: 'integer' },
    Sex: { type: 'string', enum: ['F', 'M'] },
    Diagnosis: { type: 'string' },
  },
} as const;

beforeAll(async () => {
  const admin = await createPerson({ name: 'Review Admin', isAdmin: true });
  await createProject(admin, { id: projectId, name: 'Two opinions', schema });
  person.lead = (await createPerson({ name: 'Review Lead', roles: { [projectId]: ['lead'] } })).userId;
  person.reviewer = (await createPerson({ name: 'Rob Reviewer', roles: { [projectId]: ['reviewer'] } })).userId;
  person.ann = (await createPerson({ name: 'Ann Annotator', roles: { [projectId]: ['annotator'] } })).userId;
  person.bob = (await createPerson({ name: 'Bob Annotator', roles: { [projectId]: ['annotator'] } })).userId;
  reports = await writeReports({ plain: 2, pool: 0, validation: 0, test: 0 });
  for (const file of reports.files.slice(0, 2)) await importFromPath(admin, { projectId, path: file });
  const documents = await db().document.findMany({ where: { projectId }, orderBy: { id: 'asc' }, select: { id: true } });
  await db().queueItem.createMany({ data: documents.map(({ id }, position) => ({ documentId: id, projectId, position })) });
});
afterAll(() => rm(reports.folder, { recursive: true, force: true }));

async function openNext(page: Page): Promise<void> {
  await page.goto(`/p/${projectId}/label`);
  await page.waitForURL(/\/label\/[0-9a-f-]+$/);
}

async function fillIn(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await field(page, name).fill(value);
  await waitUntilSaved(page);
}

describe('two annotators and a reviewer', () => {
  it('begin with a lead who lets two people label every document', async () => {
    const { page } = await visitors.openAs(person.lead);
    await page.goto(`/p/${projectId}/settings?tab=assignment`);
    await page.getByLabel('Share of documents that several people label').fill('100');
    await page.getByRole('status', { name: 'What the share means' }).getByText('2 of the 2 documents in the queue.').waitFor();
    await keepScreenshot(page, 'review-assignment');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The assignment is saved.').waitFor();
  });

  it('label the same document apart from each other, and see that the other is there', async () => {
    const [{ page: ann }, { page: bob }] = [await visitors.openAs(person.ann), await visitors.openAs(person.bob)];
    await openNext(ann);
    await openNext(bob);
    expect(new URL(bob.url()).pathname).toBe(new URL(ann.url()).pathname);
    await bob.getByRole('status', { name: 'Also here: Ann Annotator' }).waitFor();
    await fillIn(ann, { Name: 'Lee', Age: '41', Diagnosis: 'sinus rhythm' });
    await fillIn(bob, { Name: 'Lee', Age: '47', Diagnosis: 'sinus tachycardia' });
    await keepScreenshot(bob, 'review-presence');
    for (const page of [ann, bob]) {
      const at = page.url();
      await submitAsItIs(page);
      await page.waitForURL((to) => to.href !== at);
    }
    await bob.goto(`/p/${projectId}/label?queue`);
    await bob.getByText('labelled by 2 people').first().waitFor();
    await keepScreenshot(bob, 'review-queue');
    await bob.getByText('My last 100').click();
    await bob.getByRole('button', { name: 'Reopen' }).waitFor();
    await keepScreenshot(bob, 'review-mine');
  });

  it('hear what is unclear: a comment on a field comes with the work that is sent back', async () => {
    const { page } = await visitors.openAs(person.reviewer);
    await page.goto(`/p/${projectId}/review`);
    await page.getByRole('link', { name: 'Review the next' }).click();
    await page.getByRole('status', { name: 'Differences' }).getByText('2 differences, 2 undecided').waitFor();
    await keepScreenshot(page, 'review-differences');
    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: 'Comment on Age' }).fill('Look at the age again: 41 or 47?');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('article', { name: 'Comments on Age' }).waitFor();
    await keepScreenshot(page, 'review-comments');
    await page.keyboard.press('b');
    const dialog = page.getByRole('dialog', { name: /^Send .* back$/ });
    await dialog.getByRole('checkbox', { name: 'Bob Annotator' }).uncheck();
    await dialog.getByRole('textbox', { name: 'What is to be changed?' }).fill('See the comment.');
    await dialog.getByRole('button', { name: /^Send back/ }).click();
    await page.getByText('Nothing waits for review').waitFor();

    const { page: ann } = await visitors.openAs(person.ann);
    await openNext(ann);
    const comments = ann.getByRole('region', { name: 'Comments of reviewers' });
    await comments.getByText('Look at the age again: 41 or 47?').waitFor();
    await keepScreenshot(ann, 'review-returned');
    await comments.getByRole('button', { name: 'Reply' }).click();
    await comments.getByRole('textbox', { name: 'Reply' }).fill('It is 41.');
    await comments.getByRole('button', { name: 'Send', exact: true }).click();
    await comments.getByText('It is 41.').waitFor();
    await comments.getByRole('button', { name: 'Resolve' }).click();
    await comments.getByText('All comments are resolved.').waitFor();
    const at = ann.url();
    await submitAsItIs(ann);
    await ann.waitForURL((to) => to.href !== at);
  });

  it('are settled by keys, difference by difference, into one gold record', async () => {
    const { page } = await visitors.openAs(person.reviewer);
    await page.goto(`/p/${projectId}/review`);
    await page.getByRole('link', { name: 'Review the next' }).click();
    const differences = page.getByRole('status', { name: 'Differences' });
    await differences.getByText('2 differences, 2 undecided').waitFor();
    const focused = page.locator('tr[aria-selected="true"]');
    await focused.getByText('Age').waitFor();
    await page.keyboard.press('1');
    await differences.getByText('2 differences, 1 undecided').waitFor();
    await focused.getByText('Diagnosis').waitFor();
    await page.keyboard.press('k');
    await focused.getByText('Age').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('3');
    await page.getByRole('textbox', { name: 'Value of Diagnosis' }).fill('sinus rhythm, normal');
    await page.keyboard.press('Enter');
    await differences.getByText('2 differences, 0 undecided').waitFor();
    await page.reload();
    await differences.getByText('2 differences, 0 undecided').waitFor();
    await keepScreenshot(page, 'review-settled');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Nothing waits for review').waitFor();
    const gold = await db().annotation.findFirstOrThrow({
      where: { state: 'accepted', document: { projectId } }, select: { annotatorId: true, record: true, provenance: true },
    });
    expect(gold).toMatchObject({
      annotatorId: person.reviewer,
      record: { Name: 'Lee', Age: 41, Diagnosis: 'sinus rhythm, normal' },
      provenance: { '/Age': 'typed', '/Diagnosis': 'typed' },
    });
  });

  it('show how far they agree', async () => {
    const { page } = await visitors.openAs(person.lead);
    await page.goto(`/p/${projectId}/review?tab=agreement`);
    await page.getByRole('region', { name: 'By field' }).getByRole('row', { name: /^Age 0 %/ }).waitFor();
    await page.getByRole('region', { name: 'By pair' }).getByText('Ann Annotator and Bob Annotator').waitFor();
    await keepScreenshot(page, 'review-agreement');
  });
});
