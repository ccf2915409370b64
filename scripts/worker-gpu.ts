/**
 * Usage: npm run worker:gpu
 * On the machine of the workbench it finds the rest by itself; on another one set
 * DATABASE_URL, STORAGE_URL (the workbench's address) and WORKER_TOKEN (docs/gpu.md).
 */
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { adoptRunningStack } from './cli/connect';
import { lookAtWorkbench } from './gpu-box/look-at-workbench';
import { forTraining, isOutdated } from './python-checks/prepare-environment';

const againMs = 5_000;
const say = (line: string): void => void process.stderr.write(`worker:gpu: ${line}\n`);

function endWith(error: unknown): never {
  say(error instanceof Error ? error.message : String(error));
  say('on another machine than the workbench\'s: docs/gpu.md says what to write into .env');
  process.exit(1);
}

/** Waits while the workbench is away; what somebody has to change ends the start. */
async function untilThrough(settings: Readonly<Record<string, string>>): Promise<void> {
  for (let told = ''; ; await delay(againMs)) {
    const way = await lookAtWorkbench(settings);
    if (way.kind === 'open') return;
    if (way.kind === 'closed') endWith(new Error(way.words));
    if (way.words !== told) say(`${way.words}; looking again every ${againMs / 1000} s, Ctrl-C ends`);
    told = way.words;
  }
}

const settings = await adoptRunningStack().catch(endWith);
await untilThrough(settings);
const [{ probeCapabilities }, { findTrainerCommand, installedTrainer }] = await Promise.all([import('@/workers/outside/probe'), import('@/workers/outside/settings')]);
say('looking at the cards and at the trainer, up to a minute or two');
const { cards = [], driver, memoryBytes, problems = [] } = await probeCapabilities();
say(cards.length === 0 ? 'no NVIDIA card was found; rounds with the preset smoke run on the CPU' : `driver ${driver ?? 'unknown'}`);
for (const { name, memoryGib } of cards) say(`${name}, ${memoryGib} GiB`);
say(`${(memoryBytes / 2 ** 30).toFixed(0)} GiB memory of the machine`);
if (findTrainerCommand()?.program === installedTrainer() && isOutdated(forTraining(path.dirname(path.dirname(installedTrainer())))))
  say('the trainer was installed for another version of this clone, or of Python: "npm run trainer:install" brings it up to date');
for (const problem of problems) say(`in the way: ${problem}`);
say(`files: ${settings['STORAGE_URL'] ?? ''}`);

let isAsked = false;
process.on('SIGINT', () => {
  // The trainer notices that nobody reads it any more, saves its step and ends.
  if (isAsked) process.exit(130);
  isAsked = true;
  say('stopping: a trainer at work ends its step and saves; Ctrl-C again does not wait for it');
});
await import('@/workers/gpu').catch(endWith);
say(problems.length === 0 ? 'up; Ctrl-C lets the trainer save its step and stops' : 'up, and waits until nothing is in the way any more; it looks every minute');
