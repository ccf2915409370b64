import type { RayJobSpec } from './ray-client';
import type { RaySettings } from './ray-settings';
import { packTrainer } from './trainer-package';

const quote = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

interface TrainerJob {
  readonly submissionId: string;
  /** What the trainer is to do. */
  readonly args: readonly string[];
  readonly entrypointGpus?: number;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A job that runs the trainer: its code from this clone, its libraries from the node. @throws RayFault */
export async function trainerJob(settings: RaySettings, { submissionId, args, entrypointGpus = 0, metadata = {} }: TrainerJob): Promise<RayJobSpec> {
  const { name, zip } = await packTrainer();
  const uri = await settings.client.upload(name, zip);
  return {
    submissionId,
    // `exec`: Ray's signals and the exit code are those of the trainer, not of a shell.
    entrypoint: `exec ${settings.command} ${[...args, ...settings.modelArgs].map(quote).join(' ')}`,
    runtimeEnv: {
      py_modules: [uri],
      env_vars: { ...settings.jobVariables, RAY_JOB_STOP_WAIT_TIME_S: String(Math.ceil(settings.graceMs / 1000)) },
    },
    entrypointGpus,
    metadata,
  };
}
