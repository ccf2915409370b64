/**
 * Usage: npm run trainer:install
 * Makes the Python environment of the trainer under .data/python/gpu: torch,
 * transformers, TRL and the trainer itself, from PyPI alone. Twice in a row it
 * does nothing the second time.
 */
import path from 'node:path';
import { installedTrainer } from '@/workers/outside/settings';
import { forTraining, prepareEnvironment } from './python-checks/prepare-environment';

const say = (line: string): void => void process.stderr.write(`trainer:install: ${line}\n`);

const folder = path.dirname(path.dirname(installedTrainer()));
say(`making ${folder} (some gigabytes, some minutes; nothing where it is there already)`);
const made = prepareEnvironment(forTraining(folder));
switch (made.kind) {
  case 'ready':
    say(`ready: ${installedTrainer()}`);
    break;
  case 'lacking':
    say(`cannot go on: ${made.reason}`);
    process.exit(1);
    break;
  case 'broken':
    say(`pip failed. Its last lines:\n${made.detail.split('\n').slice(-15).join('\n')}`);
    process.exit(1);
}
