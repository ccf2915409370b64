import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { createPerson } from '../setup/people';
import { expectLogged, keepScreenshot, useVisitors } from '../setup/browser';
import { clickWord, field, openDocument, savingState, submitAsItIs, waitUntilSaved, wordToClick } from './support/label-page';
import { suiteName, writeReports } from './support/reports';

const projectId = 'loop';
const sizes = { plain: 2, pool: 12, validation: 4, test: 8, transfer: 3 };
const total = 29;
const picks = 14;
const readingMs = 150_000;
const visitors = useVisitors();
const person = { lead: '', annotator: '', reviewer: '' };
let reports: Awaited<ReturnType<typeof writeReports>>;

beforeAll(async () => {
  const admin = await createPerson({ name: 'Loop Admin', isAdmin: true });
  await createProject(admin, { id: projectId, name: 'The loop', schema: medicalReportSchema });
  for (const role of ['lead', 'annotator', 'reviewer'] as const) {
    person[role] = (await createPerson({ name: `Loop ${role}`, roles: { [projectId]: [role] } })).userId;
  }
  reports = await writeReports(sizes);
});
afterAll(() => rm(reports.folder, { recursive: true, force: true }));

const goTo = (page: Page, area: string): Promise<void> => page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: area }).click();

describe('the loop, from files to a promoted checkpoint', () => {
  it('begins with an import by the file chooser; pages are read in the background', async () => {
    const { page } = await visitors.openAs(person.lead);
    await page.goto(`/p/${projectId}`);
    await page.getByRole('navigation', { name: 'The loop' }).getByRole('link', { name: /Import documents/ }).click();
    await page.getByRole('button', { name: 'Import' }).first().click();
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: /^Files/ }).click();
    await (await asked).setFiles([...reports.files]);
    await page.getByRole('region', { name: 'Import' }).getByText(`Import ended · ${total} imported`).waitFor();
    await page.getByTestId('reading-figures').getByText(new RegExp(`^${total} pages read`)).waitFor({ timeout: readingMs });
    expect(await page.getByRole('table', { name: 'Documents' }).getAttribute('aria-rowcount')).toBe(String(total));
    await keepScreenshot(page, 'loop-documents');
  });

  it('goes on with the picks, which become the queue', async () => {
    const { page } = await visitors.openAs(person.lead);
    await page.goto(`/p/${projectId}/select`);
    await page.getByLabel('How many').fill(String(picks));
    await page.getByRole('button', { name: 'Pick' }).click();
    await page.getByText(`${picks} picked from ${picks}`).waitFor();
    await page.getByRole('button', { name: `Put ${picks} in the queue` }).click();
    await page.getByText(`${picks} documents are in the queue.`).waitFor();
    await page.getByRole('link', { name: 'Label' }).last().waitFor();
    await keepScreenshot(page, 'loop-select');
  });

  it('lets an annotator label by words and by typing, and loses nothing to a second tab or a dead network', async () => {
    const { page, context, complaints } = await visitors.openAs(person.annotator);
    await page.goto(`/p/${projectId}/label`);
    await page.waitForURL(/\/label\/[0-9a-f-]+$/);
    await page.getByText(`1 / ${picks}`).waitFor();
    const view = await openDocument(page, projectId);

    const word = wordToClick(view);
    await field(page, 'Name').click();
    await clickWord(page, view, word);
    await page.waitForFunction((text) => document.querySelector<HTMLTextAreaElement>('[data-pointer="/Name"]')?.value === text, word.text);
    await field(page, 'Diagnosis').fill('sinus rhythm');
    await page.getByRole('button', { name: 'Add a row to Indicators' }).click();
    await page.keyboard.type('Heart rate');
    await page.keyboard.press('Tab');
    await page.keyboard.type('72');
    await page.keyboard.press('Escape');
    await waitUntilSaved(page);
    const stored = await openDocument(page, projectId);
    expect(stored.content.record).toMatchObject({
      Name: word.text, Diagnosis: 'sinus rhythm', Indicators: [{ 'Item Name': 'Heart rate', Result: '72' }],
    });
    expect(stored.content.evidence['/Name']).toEqual([{ page: 0, box: word.box }]);
    await keepScreenshot(page, 'loop-label');

    const other = await context.newPage();
    await other.goto(page.url());
    await field(other, 'Age').fill('41');
    await waitUntilSaved(other);
    await field(page, 'Age').fill('42');
    const conflict = page.getByRole('dialog', { name: 'Saved from elsewhere meanwhile' });
    await conflict.waitFor();
    await keepScreenshot(page, 'loop-conflict');
    await conflict.getByRole('button', { name: 'All mine' }).click();
    await conflict.getByRole('button', { name: 'Keep these' }).click();
    await waitUntilSaved(page);
    expect((await openDocument(page, projectId)).content.record).toMatchObject({ Age: '42', Diagnosis: 'sinus rhythm' });
    await other.close();
    expectLogged(complaints, /409/);

    await context.setOffline(true);
    await field(page, 'Department').fill('Cardiology');
    await savingState(page).getByText(/^offline: [1-9]\d* unsynced$/).waitFor();
    await field(page, 'Gender').fill('F');
    await keepScreenshot(page, 'loop-offline');
    await context.setOffline(false);
    await waitUntilSaved(page);
    expect((await openDocument(page, projectId)).content.record).toMatchObject({ Department: 'Cardiology', Gender: 'F', Age: '42' });
    expectLogged(complaints, /ERR_INTERNET_DISCONNECTED/);

    const labelled = page.url();
    await submitAsItIs(page);
    await page.getByText(`2 / ${picks}`).waitFor();
    await page.waitForURL(({ href }) => href !== labelled);
  });

  it('has a reviewer accept what was labelled', async () => {
    const { page } = await visitors.openAs(person.reviewer);
    await page.goto(`/p/${projectId}/review`);
    await page.getByRole('link', { name: 'Review the next' }).click();
    await field(page, 'Diagnosis').waitFor();
    expect(await field(page, 'Diagnosis').inputValue()).toBe('sinus rhythm');
    await keepScreenshot(page, 'loop-review');
    await page.keyboard.press('a');
    await page.getByText('Nothing waits for review').waitFor();
    // Gold that came with the import counts as accepted.
    await page.getByText(`0 to review, ${sizes.validation + sizes.test + sizes.transfer + 1} accepted`).waitFor();
  });

  it('trains a round that is watched live, on what the simulated annotator labelled', async () => {
    const { page } = await visitors.openAs(person.lead);
    await page.goto(`/p/${projectId}/rounds`);
    for (let left = picks; left > 0; ) {
      const response = await page.request.post(`/api/projects/${projectId}/annotations/simulate`);
      expect(response.status()).toBe(200);
      ({ left } = (await response.json()) as { left: number });
    }
    await page.getByRole('button', { name: 'Start round' }).click();
    const sheet = page.getByRole('dialog', { name: 'Start round' });
    await sheet.getByText('Ready to start').waitFor();
    await sheet.getByLabel('Epochs', { exact: true }).fill('30');
    await sheet.getByLabel('Warm start on', { exact: true }).fill('5');
    await keepScreenshot(page, 'loop-start-round');
    await sheet.getByRole('button', { name: 'Start round' }).click();
    await page.waitForURL(/\/rounds\/[0-9a-f-]+$/);
    const reward = page.getByRole('region', { name: 'Reward' });
    await reward.locator('path.recharts-line-curve').waitFor({ timeout: 60_000 });
    await page.getByText(/^training, step [1-9]\d* of \d+/).waitFor({ timeout: 60_000 });
    await page.getByText('ready', { exact: true }).waitFor({ timeout: 120_000 });
    await page.getByText(/^Trained: F1/).waitFor();
    await keepScreenshot(page, 'loop-round');
    await page.getByRole('tab', { name: 'Checkpoints (3)' }).click();
    await page.getByRole('link', { name: 'Compare warm start with trained' }).click();
    await page.waitForURL(/\/compare\?ids=/);
  });

  it('ends with a comparison, difference by difference, and a promotion', async () => {
    const { page } = await visitors.openAs(person.lead);
    await page.goto(`/p/${projectId}`);
    await goTo(page, 'Compare');
    const figures = page.getByRole('region', { name: 'Figures' });
    await figures.getByText(`${sizes.test} documents of the test split.`).waitFor();
    const focused = page.locator('tr[aria-selected="true"]');
    await focused.waitFor();
    // Asked of the page itself: the driver hears of a step later than the page takes it.
    const address = (): Promise<string> => page.evaluate(() => window.location.href);
    const stops = new Set<string>([await address()]);
    for (const key of ['j', 'j', 'k', 'j']) {
      const before = await address();
      await page.keyboard.press(key);
      await page.waitForFunction((url) => window.location.href !== url && window.location.search.includes('line='), before);
      stops.add(await address());
    }
    expect(stops.size).toBeGreaterThan(2);
    await keepScreenshot(page, 'loop-compare');

    const transfer = page.getByRole('region', { name: 'Transfer' });
    const suite = transfer.getByRole('row', { name: new RegExp(`^${suiteName}`) });
    await suite.getByText(/\d ± \d/).nth(2).waitFor();
    await suite.getByText(/no difference shown|gain|loss/).nth(1).waitFor();
    await transfer.getByText('Evaluations:').click();
    await transfer.getByRole('button', { name: 'Check' }).first().click();
    await transfer.getByRole('status').getByText('It comes out the same, to 1e-9.').waitFor();
    await suite.getByRole('button', { name: suiteName }).click();
    await figures.getByText(`${sizes.transfer} documents of the suite ${suiteName}.`).waitFor();
    expect(new URL(await address()).searchParams.get('suite')).toBe(suiteName);
    await keepScreenshot(page, 'loop-transfer');

    await figures.getByRole('button', { name: 'Promote' }).last().click();
    await figures.getByText('promoted', { exact: true }).waitFor();
    await goTo(page, 'Home');
    await page.getByRole('navigation', { name: 'The loop' }).getByRole('link', { name: /^Promoted/ }).getByText(/^F1 \d/).waitFor();
    await keepScreenshot(page, 'loop-home');
  });
});
