import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import { db } from '@/lib/server/db/client';
import { freePort } from '@/lib/server/net/free-port';
import type { StackEvent } from '@/lib/server/supervisor/events';
import { type Stack, startStack } from '@/lib/server/supervisor/stack';
import { importFromPath } from '@/lib/server/use-cases/imports/import-from-path';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { openPage } from '../e2e/support/canvas-page';
import { clickWord, field, openDocument, savingState, waitUntilSaved, wordToClick } from '../e2e/support/label-page';
import { writeReports } from '../e2e/support/reports';
import { expectLogged, useVisitors } from '../setup/browser';
import { createPerson } from '../setup/people';

const projectId = 'outlives';
const patience = { timeout: 120_000, interval: 100 };
const twoMinutesMs = 120_000;
/** What the browser itself says of a server that is gone. */
const networkLoss = /ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INTERNET_DISCONNECTED|SOCKET_NOT_CONNECTED)/;

const edits = {
  beforeTheKill: { Name: 'Ann Lee', Age: '41', Gender: 'F', 'Examination Time': '2025-11-21' },
  whileDead: { Department: 'Cardiology', Diagnosis: 'sinus rhythm', 'Examination Name': 'ECG' },
  whileCutOff: { 'Examination Site': 'Chest', Age: '42', 'Treatment Recommendations': 'none' },
};
/** Rows of the table, one for each of the three times. */
const rows = { beforeTheKill: ['QT', '380'], whileDead: ['PR', '160'], whileCutOff: ['QRS', '90'] } as const;
/** Ten fields, three rows of two cells, and a word clicked on the page. */
const atLeast = 20;

let folder = '';
let stack: Stack | undefined;
let annotator = '';
const restarts: (() => void)[] = [];
const visitors = useVisitors(() => stack?.url ?? '');

function onEvent(event: StackEvent): void {
  if (event.type === 'restarted' && event.part === 'web') restarts.splice(0).forEach((resolve) => resolve());
}

/** Kills the web server's process as a crash would, and says when the supervisor has it up again. */
function killServer(): Promise<void> {
  const isBack = new Promise<void>((resolve) => restarts.push(resolve));
  process.kill(stack?.pidOf('web') ?? 0, 'SIGKILL');
  return isBack;
}

/** Fills fields, then adds a row and types its first two cells. */
async function label(page: Page, when: keyof typeof edits): Promise<void> {
  for (const [name, value] of Object.entries(edits[when])) await field(page, name).fill(value);
  const [item, result] = rows[when];
  await page.getByRole('button', { name: 'Add a row to Indicators' }).click();
  await page.locator('[aria-label^="Indicators row"]:focus').waitFor();
  await page.keyboard.type(item);
  await page.keyboard.press('Tab');
  await page.keyboard.type(result);
  await page.keyboard.press('Escape');
}

/** How many edits the page says that it still owes the server. */
async function unsynced(page: Page): Promise<number> {
  const text = await savingState(page).getByText(/^offline: [1-9]\d* unsynced$/).textContent();
  return Number(/\d+/.exec(text ?? '')?.[0]);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hundredfold-outlives-'));
  // As root the database runs as another user, who must be able to enter.
  await chmod(folder, 0o755);
  stack = await startStack({
    mode: 'production',
    settings: { DATA_DIR: path.join(folder, 'data'), PORT: String(await freePort()), LOG_LEVEL: 'silent' },
    onEvent,
  });
  const admin = await createPerson({ name: 'Outlives Admin', isAdmin: true });
  await createProject(admin, { id: projectId, name: 'Outlives', schema: medicalReportSchema });
  annotator = (await createPerson({ name: 'Outlives Annotator', roles: { [projectId]: ['annotator'] } })).userId;
  const reports = await writeReports({ plain: 1, pool: 0, validation: 0, test: 0 });
  await importFromPath(admin, { projectId, path: reports.files[0] ?? '' });
  await rm(reports.folder, { recursive: true, force: true });
  const [document] = await vi.waitFor(async () => {
    const read = await db().document.findMany({ where: { projectId, readState: 'read' }, select: { id: true } });
    expect(read).toHaveLength(1);
    return read;
  }, patience);
  await db().queueItem.create({ data: { projectId, documentId: document?.id ?? '', position: 0 } });
});

afterAll(async () => {
  await stack?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('acceptance 1: labelling outlives the server', () => {
  it('kill -9 the server, drop the network for 2 minutes, close the tab, reload: 0 of N edits lost, and the page showed "unsynced k"', async () => {
    const { page, context, complaints } = await visitors.openAs(annotator);
    await page.clock.install();
    await page.goto(`/p/${projectId}/label`);
    await page.waitForURL(/\/label\/[0-9a-f-]+$/);
    const address = page.url();
    await openPage(page).waitFor();
    await label(page, 'beforeTheKill');

    const isBack = killServer();
    await label(page, 'whileDead');
    await page.clock.runFor(2_000);
    const whileDead = await unsynced(page);
    expect(whileDead).toBeGreaterThanOrEqual(5);
    await isBack;
    await page.clock.runFor(31_000);
    await waitUntilSaved(page);
    const between = await openDocument(page, projectId);
    expect(between.content.record).toMatchObject({ ...edits.beforeTheKill, ...edits.whileDead });

    await context.setOffline(true);
    await label(page, 'whileCutOff');
    const word = wordToClick(between);
    await field(page, 'Others').click();
    await clickWord(page, between, word);
    await page.waitForFunction((text) => document.querySelector<HTMLTextAreaElement>('[data-pointer="/Others"]')?.value === text, word.text);
    await page.clock.runFor(twoMinutesMs);
    expect(await unsynced(page)).toBeGreaterThanOrEqual(6);
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);

    const reopened = await context.newPage();
    await reopened.goto(address);
    await waitUntilSaved(reopened);
    const { content, annotation } = await openDocument(reopened, projectId);
    expect(content.record).toMatchObject({
      ...edits.beforeTheKill, ...edits.whileDead, ...edits.whileCutOff, Others: word.text,
      Indicators: Object.values(rows).map(([item, result]) => ({ 'Item Name': item, Result: result })),
    });
    expect(content.evidence['/Others']).toEqual([{ page: 0, box: word.box }]);
    expect(await field(reopened, 'Age').inputValue()).toBe('42');

    const revisions = await db().annotationRevision.findMany({
      where: { annotationId: annotation.id },
      select: { mutationId: true, operationIds: true },
    });
    const ids = revisions.flatMap(({ operationIds }) => operationIds);
    expect(ids.length).toBeGreaterThanOrEqual(atLeast);
    expect(new Set(ids).size, 'each edit has one effect').toBe(ids.length);
    expect(revisions).toHaveLength(annotation.revision);
    expectLogged(complaints, networkLoss);
  });
});
