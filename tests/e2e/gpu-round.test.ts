import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { storage } from '@/lib/server/storage/storage';
import { createLabelledProject } from '../fixtures/labelled-project';
import { addPagePictures, fakeTrainerSettings } from '../fixtures/outside-round';
import { findTrainerPython, realTrainerSettings, runTrainer } from '../fixtures/real-trainer';
import { keepScreenshot, useVisitors } from '../setup/browser';
import { createPerson } from '../setup/people';
import { type GpuWorker, startGpuWorker } from './support/gpu-worker';
import { rememberStates, shownStates } from './support/shown-states';

const found = findTrainerPython();
const python = 'python' in found ? found.python : '';
const real = 'real-rounds';
const quick = 'gpu-rounds';
const minutes = 60_000;
const visitors = useVisitors();
let worker: GpuWorker | undefined;
let lead = '';
let models = '';

beforeAll(async () => {
  models = await mkdtemp(path.join(tmpdir(), 'hundredfold-models-'));
  await createLabelledProject(real, { seed: 6, validation: 3, test: 3, queued: 1 });
  await createLabelledProject(quick, { seed: 8, validation: 3, test: 3 });
  for (const projectId of [real, quick]) await addPagePictures(projectId);
  lead = (await createPerson({ name: 'GPU lead', roles: { [real]: ['lead'], [quick]: ['lead'] } })).userId;
});
afterEach(async () => {
  // One at a time: each trainer does the rounds of its own test.
  await worker?.stop();
  worker = undefined;
});
afterAll(async () => {
  await rm(models, { recursive: true, force: true });
});

async function openSheet(page: Page, projectId: string) {
  await page.goto(`/p/${projectId}/rounds`);
  await page.getByRole('button', { name: 'Start round' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'Start round' });
  await sheet.getByText('Ready to start').waitFor();
  return sheet;
}

/** Turns the page dark, or light again, and waits until it is. */
async function turn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction((scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme, colorScheme);
}

describe('a round on a GPU worker', () => {
  it('is started from the sheet and waits in words for a worker', async () => {
    const { page } = await visitors.openAs(lead, { viewport: { width: 1280, height: 900 } });
    const sheet = await openSheet(page, quick);
    await sheet.getByRole('radio', { name: /on a Ray cluster/ }).click();
    await sheet.getByText('no worker that knows of a Ray cluster is connected').waitFor();
    await sheet.getByLabel('Workers').fill('3');
    await sheet.getByText('documents a step must be a multiple of the workers').waitFor();
    await keepScreenshot(page, 'ray-start-1280');
    await sheet.getByRole('radio', { name: /Vision-language model \(TRL\)/ }).click();
    await sheet.getByText('The round will wait').waitFor();
    await keepScreenshot(page, 'gpu-start-1280');
    await sheet.getByText('Smoke', { exact: true }).click();
    await sheet.getByLabel('Epochs').fill('100');
    await sheet.getByLabel('Most steps').fill('400');
    await sheet.getByLabel('Budget in GPU-hours').fill('5');
    await sheet.getByRole('button', { name: /^Saving and validating/ }).click();
    await sheet.getByLabel('Validate every').fill('10');
    await sheet.getByLabel('Checkpoint every').fill('10');
    await sheet.getByRole('button', { name: /^Saving and validating.* 2 changed$/ }).waitFor();
    await sheet.getByRole('button', { name: 'Start round' }).click();
    await page.getByText('queued: no GPU worker is connected; run "npm run worker:gpu" on the GPU box').waitFor();
    await keepScreenshot(page, 'gpu-queued-1280');
  });

  it('is watched, paused, resumed and stopped with its best kept', async () => {
    const { page } = await visitors.openAs(lead, { viewport: { width: 1920, height: 1080 } });
    worker = await startGpuWorker({ ...fakeTrainerSettings, FAKE_TRAINER: JSON.stringify({ stepMs: 400, bestStep: 20 }) });
    await page.goto(`/p/${quick}/rounds`);
    await page.getByRole('link', { name: /^Round 1/ }).click();
    await page.getByText(/^training, step \d+ of 400, .* left$/).waitFor({ timeout: 2 * minutes });
    await page.getByText(/^training, step (1[2-9]|[2-9]\d) of 400/).waitFor({ timeout: 2 * minutes });
    await page.getByRole('region', { name: 'Seconds a step' }).waitFor();

    await page.getByRole('button', { name: /^Stop/ }).click();
    await page.getByRole('menuitem', { name: /^Pause/ }).click();
    await page.getByText(/^paused, step \d+ of 400$/).waitFor({ timeout: minutes });
    // Of a page at rest: curves that grow with each step leave a busy machine no moment for a picture.
    await keepScreenshot(page, 'gpu-paused-1920');
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText(/^training, step (2[2-9]|[3-9]\d) of 400/).waitFor({ timeout: 2 * minutes });

    await page.getByRole('tab', { name: 'Documents' }).click();
    await page.getByRole('columnheader', { name: 'Over the steps' }).waitFor();
    await keepScreenshot(page, 'gpu-documents-1920');
    await page.getByRole('link', { name: 'report-0' }).click();
    await page.getByRole('region', { name: 'Completion' }).getByText(/\d+ right, \d+ not/).waitFor();

    await page.getByRole('button', { name: /^Stop/ }).click();
    await page.getByRole('menuitem', { name: 'Stop and keep the best' }).click();
    await page.getByText('ready', { exact: true }).waitFor({ timeout: 2 * minutes });
    await page.getByRole('tab', { name: /^Checkpoints/ }).click();
    await page.getByText('Round 1, trained').waitFor();
    expect(await page.getByRole('row', { name: /Round 1, trained/ }).textContent()).toContain('20');
    await page.getByRole('tab', { name: 'Log' }).click();
    await page.getByText('loading weights 100%').first().waitFor();
    await page.getByText('Checkpoint of step 20 is home: 2.0 KiB in 1 file, verified.').waitFor();
    await page.setViewportSize({ width: 1280, height: 900 });
    await keepScreenshot(page, 'gpu-log-1280');
    await page.goto(`/p/${quick}/settings?tab=workers`);
    await page.getByText(/rounds on trl/).waitFor();
    await keepScreenshot(page, 'gpu-workers-1280');
  }, 6 * minutes);
});

/** The round of the page, as the database has it. */
async function trainedCheckpoint(page: Page) {
  const roundId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  return db().checkpoint.findFirstOrThrow({ where: { roundId, role: 'trained' } });
}

describe.skipIf('reason' in found)(`the trainer itself, on the preset smoke${'reason' in found ? ` (${found.reason})` : ''}`, () => {
  it('trains a round from the button to a checkpoint that is compared with another', async () => {
    await runTrainer(python, 'hundredfold_trainer', 'tiny-model', 'smolvlm', path.join(models, 'SmolVLM-256M-Instruct'));
    const { page } = await visitors.openAs(lead, { viewport: { width: 1280, height: 900 } });
    const embedded = await openSheet(page, real);
    await embedded.getByLabel('Epochs', { exact: true }).fill('1');
    await embedded.getByRole('button', { name: 'Start round' }).click();
    await page.getByText('ready', { exact: true }).waitFor({ timeout: 2 * minutes });

    const sheet = await openSheet(page, real);
    await sheet.getByRole('radio', { name: /Vision-language model \(TRL\)/ }).click();
    await sheet.getByText('Smoke', { exact: true }).click();
    await sheet.getByLabel('Longest completion').fill('128');
    await sheet.getByRole('button', { name: /^Saving and validating/ }).click();
    await sheet.getByLabel('Validate every').fill('1');
    await sheet.getByRole('button', { name: 'Start round' }).click();
    await page.getByText(/^queued/).waitFor();
    await rememberStates(page);
    worker = await startGpuWorker(realTrainerSettings(python, models));
    await page.getByText('ready', { exact: true }).waitFor({ timeout: 5 * minutes });
    const shown = (await shownStates(page)).join('\n');
    for (const state of [/^queued/m, /^booting/m, /^training/m, /^evaluating/m, /^ready/m]) expect(shown).toMatch(state);

    await page.getByRole('region', { name: 'Reward' }).locator('path.recharts-line-curve').waitFor({ state: 'attached' });
    await page.getByRole('region', { name: 'F1 on validation' }).locator('.recharts-dot').nth(1).waitFor({ state: 'attached' });
    await page.getByRole('region', { name: 'Seconds a step' }).waitFor();
    await keepScreenshot(page, 'real-round-1280');
    await turn(page, 'dark');
    await keepScreenshot(page, 'real-round-dark-1280');

    await page.getByRole('tab', { name: 'Rollouts' }).click();
    const completion = page.getByRole('region', { name: 'Completion' });
    await completion.getByText(/\d+ right, \d+ not/).waitFor();
    const picture = completion.getByRole('img', { name: /^First page of report-/ });
    await picture.waitFor();
    await page.waitForFunction(() => [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0));
    const frame = await picture.boundingBox();
    expect(Math.min(frame?.width ?? 0, frame?.height ?? 0)).toBeGreaterThan(100);
    await keepScreenshot(page, 'real-rollouts-dark-1280');
    await turn(page, 'light');
    await keepScreenshot(page, 'real-rollouts-1280');

    const checkpoint = await trainedCheckpoint(page);
    const { files } = checkpoint.manifest as unknown as { files: readonly { name: string; bytes: number }[] };
    for (const { name, bytes } of files) expect((await storage().read(`${checkpoint.storagePrefix}/${name}`)).length).toBe(bytes);
    // The queued document is pre-labelled with it.
    expect(await db().prediction.count({ where: { checkpointId: checkpoint.id } })).toBe(7);
    await page.getByRole('tab', { name: 'Log' }).click();
    await page.getByText(/^Checkpoint of step 2 is home: .* verified\.$/).waitFor();
    expect(await page.getByText('a line that is no event').count()).toBe(0);
    await keepScreenshot(page, 'real-log-1280');

    await page.goto(`/p/${real}/compare`);
    await page.waitForURL(/ids=/);
    const figures = page.getByRole('table', { name: /^Figures/ });
    await figures.getByText('Round 1, trained').waitFor();
    await figures.getByText('Round 2, trained').waitFor();
    await page.locator('tr[aria-selected="true"]').waitFor();
    await keepScreenshot(page, 'real-compare-1280');
    await turn(page, 'dark');
    await keepScreenshot(page, 'real-compare-dark-1280');
  }, 8 * minutes);
});
