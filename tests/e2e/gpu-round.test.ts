import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { keepScreenshot, useVisitors } from '../setup/browser';
import { createPerson } from '../setup/people';
import { createLabelledProject } from '../fixtures/labelled-project';
import { addPagePictures, fakeTrainerSettings } from '../fixtures/outside-round';

const projectId = 'gpu-rounds';
const visitors = useVisitors();
const workers: ChildProcess[] = [];
let lead = '';
let dataDir = '';

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'hundredfold-gpu-box-'));
  await createLabelledProject(projectId, { seed: 8, validation: 3, test: 3 });
  await addPagePictures(projectId);
  lead = (await createPerson({ name: 'GPU lead', roles: { [projectId]: ['lead'] } })).userId;
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

/** The GPU worker on a box of its own, with a trainer that speaks the contract. */
async function startWorker(): Promise<void> {
  const worker = spawn(process.execPath, ['--import', 'tsx', 'workers/gpu.ts'], {
    env: { ...process.env, ...inject('stack').env, ...fakeTrainerSettings, DATA_DIR: dataDir, FAKE_TRAINER: JSON.stringify({ stepMs: 400, bestStep: 20 }), LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  workers.push(worker);
  await once(worker, 'message');
}

describe('a round on a GPU worker', () => {
  it('is started from the sheet, waits in words, and is watched, paused, resumed and stopped with its best kept', async () => {
    const { page } = await visitors.openAs(lead, { viewport: { width: 1280, height: 900 } });
    await page.goto(`/p/${projectId}/rounds`);
    await page.getByRole('button', { name: 'Start round' }).first().click();
    const sheet = page.getByRole('dialog', { name: 'Start round' });
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

    await startWorker();
    await page.getByText(/^training, step \d+ of 400, .* left$/).waitFor({ timeout: 120_000 });
    await page.getByText(/^training, step (1[2-9]|[2-9]\d) of 400/).waitFor({ timeout: 120_000 });
    await page.getByRole('region', { name: 'Seconds a step' }).waitFor();
    await page.setViewportSize({ width: 1920, height: 1080 });
    await keepScreenshot(page, 'gpu-training-1920');

    await page.getByRole('button', { name: /^Stop/ }).click();
    await page.getByRole('menuitem', { name: /^Pause/ }).click();
    await page.getByText(/^paused, step \d+ of 400$/).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText(/^training, step (2[2-9]|[3-9]\d) of 400/).waitFor({ timeout: 120_000 });

    await page.getByRole('tab', { name: 'Documents' }).click();
    await page.getByRole('columnheader', { name: 'Over the steps' }).waitFor();
    await keepScreenshot(page, 'gpu-documents-1920');
    await page.getByRole('link', { name: 'report-0' }).click();
    const completion = page.getByRole('region', { name: 'Completion' });
    await completion.getByText(/\d+ right, \d+ not/).waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await keepScreenshot(page, 'gpu-rollouts-dark-1920');
    await page.emulateMedia({ colorScheme: 'light' });

    await page.getByRole('button', { name: /^Stop/ }).click();
    await page.getByRole('menuitem', { name: 'Stop and keep the best' }).click();
    await page.getByText('ready', { exact: true }).waitFor({ timeout: 120_000 });
    await page.getByRole('tab', { name: /^Checkpoints/ }).click();
    await page.getByText('Round 1, trained').waitFor();
    expect(await page.getByRole('row', { name: /Round 1, trained/ }).textContent()).toContain('20');
    await page.getByRole('tab', { name: 'Log' }).click();
    await page.getByText('loading weights 100%').first().waitFor();
    await page.getByText('Checkpoint of step 20 is home: 2.0 KiB in 1 file, verified.').waitFor();
    await page.setViewportSize({ width: 1280, height: 900 });
    await keepScreenshot(page, 'gpu-log-1280');
    await page.goto(`/p/${projectId}/settings?tab=workers`);
    await page.getByText(/rounds on trl/).waitFor();
    await keepScreenshot(page, 'gpu-workers-1280');
  });
});
