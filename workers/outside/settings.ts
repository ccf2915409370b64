import { existsSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/server/env/env';
import type { TrainerCommand } from './spawn-trainer';

/** What a worker needs to know to run a trainer. */
export interface OutsideSettings {
  readonly command: TrainerCommand;
  /** `--models DIR`, where set. */
  readonly modelArgs: readonly string[];
  readonly graceMs: number;
  /** Training states up to this size go home; 0 for none. */
  readonly stateHomeMaxBytes: number;
  /** Cards of this worker; 0 runs on the CPU. */
  readonly cards: number;
}

/** Where `npm run trainer:install` puts the trainer, from the project's folder. */
export const installedTrainer = (): string => path.resolve('.data/python/gpu/bin/hundredfold-train');

/** The program of TRAINER_COMMAND, else the installed one; null where neither is there. */
export function findTrainerCommand(): TrainerCommand | null {
  const [program, ...args] = (env().TRAINER_COMMAND ?? '').split(/\s+/).filter((part) => part !== '');
  if (program !== undefined) return { program, args };
  return existsSync(installedTrainer()) ? { program: installedTrainer(), args: [] } : null;
}

/** Settings for a worker with so many cards. */
export function outsideSettings(cards: number): OutsideSettings {
  const { TRAINER_MODELS, TRAINER_GRACE_SECONDS, STATE_HOME_MAX_BYTES } = env();
  return {
    // Where it is missing, starting it fails and the round says what to do.
    command: findTrainerCommand() ?? { program: installedTrainer(), args: [] },
    modelArgs: TRAINER_MODELS === undefined ? [] : ['--models', TRAINER_MODELS],
    graceMs: TRAINER_GRACE_SECONDS * 1000,
    stateHomeMaxBytes: STATE_HOME_MAX_BYTES,
    cards,
  };
}
