import path from 'node:path';
import { AppError } from '@/lib/core/errors/app-error';
import { env } from '@/lib/server/env/env';
import { createRayClient, type RayClient } from './ray-client';

/** What a worker needs to know to run jobs on a Ray cluster. */
export interface RaySettings {
  readonly client: RayClient;
  /** Seen by this worker and by every node under this path. */
  readonly runDir: string;
  /** Starts the trainer on a node. */
  readonly command: string;
  /** `--models DIR`, where set. */
  readonly modelArgs: readonly string[];
  readonly graceMs: number;
  readonly jobVariables: Readonly<Record<string, string>>;
}

const readVariables = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text.split(/\s+/).filter((part) => part !== '').map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  );

/** Null where this worker knows of no cluster. */
export function findRaySettings(): RaySettings | null {
  const { RAY_ADDRESS, RAY_AUTH_TOKEN, RAY_RUN_DIR, RAY_TRAINER_COMMAND, RAY_JOB_ENV, TRAINER_MODELS, TRAINER_GRACE_SECONDS } = env();
  if (RAY_ADDRESS === undefined || RAY_RUN_DIR === undefined) return null;
  return {
    client: createRayClient({ address: RAY_ADDRESS, token: RAY_AUTH_TOKEN }),
    runDir: path.resolve(RAY_RUN_DIR),
    command: RAY_TRAINER_COMMAND,
    modelArgs: TRAINER_MODELS === undefined ? [] : ['--models', TRAINER_MODELS],
    graceMs: TRAINER_GRACE_SECONDS * 1000,
    jobVariables: readVariables(RAY_JOB_ENV),
  };
}

/** @throws AppError `unavailable` where this worker knows of no cluster. */
export function raySettings(): RaySettings {
  const settings = findRaySettings();
  if (!settings) throw new AppError('unavailable', 'This worker knows of no Ray cluster; set RAY_ADDRESS and RAY_RUN_DIR.');
  return settings;
}
