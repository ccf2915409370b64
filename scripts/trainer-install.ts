/**
 * Usage: npm run trainer:install
 * Makes the Python environment of the trainer under .data/python/gpu: torch,
 * transformers, TRL and the trainer itself, from PyPI alone. Twice in a row it
 * does nothing the second time.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installedTrainer } from '@/workers/outside/settings';
import { forTraining, prepareEnvironment } from './python-checks/prepare-environment';

const say = (line: string): void => void process.stderr.write(`trainer:install: ${line}\n`);

const folder = path.dirname(path.dirname(installedTrainer()));
say(`${folder}: some gigabytes and some minutes where it is made; nothing where it is there already`);
const made = prepareEnvironment(forTraining(folder), true);
const before = (): string => (existsSync(installedTrainer()) ? ' What was installed before is as it was.' : '');
switch (made.kind) {
  case 'ready':
    say(`ready: ${installedTrainer()}`);
    break;
  case 'lacking':
    say(`cannot go on: ${made.reason}.${before()}`);
    process.exit(1);
    break;
  case 'broken':
    say(`pip failed.${before()} Its last lines:\n${made.detail.split('\n').slice(-15).join('\n')}`);
    process.exit(1);
}
