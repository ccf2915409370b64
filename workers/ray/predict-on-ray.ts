import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { RunnableCheckpoint } from '@/lib/server/repositories/checkpoint';
import type { Predictor } from '../engines/engine';
import { predictorAt } from '../outside/outside-predictor';
import type { TrainerExit, TrainerListeners, TrainerProcess } from '../outside/spawn-trainer';
import { PassingFault } from '../rounds/stops';
import { followJob, type RayTrainer } from './follow-job';
import { trainerJob } from './job-spec';
import { RayFault } from './ray-fault';
import type { RaySettings } from './ray-settings';

/** Where checkpoints that the cluster predicts with are kept at hand. */
export const sharedCacheFolder = (runDir: string): string => path.join(runDir, 'checkpoints');

const output = 'predictions.jsonl';

/** A job that predicts and leaves its lines in the folder. */
function startPrediction(settings: RaySettings, args: readonly string[], folder: string, listeners: TrainerListeners): TrainerProcess {
  const { client } = settings;
  const submissionId = `hundredfold-predict-${randomBytes(8).toString('hex')}`;
  let job: RayTrainer | null = null;
  let isKilled = false;

  async function run(): Promise<TrainerExit> {
    const { gpus } = await client.look();
    const entrypointGpus = gpus > 0 ? 1 : 0;
    const spec = await trainerJob(settings, { submissionId, args: [...args, '--output', path.join(folder, output)], entrypointGpus });
    if (isKilled) return { code: null, signal: 'SIGKILL', startError: null };
    await client.submit(spec);
    job = followJob(client, {
      submissionId, folder, file: output, from: 0, read: 0, isReattached: false,
      onRead: () => undefined, onAtWork: () => undefined, onLook: () => undefined,
    }, listeners);
    if (isKilled) job.kill();
    const exit = await job.ended;
    if (exit.code === 0) await client.remove(submissionId);
    return exit;
  }

  return {
    ask: (signal) => job?.ask(signal),
    kill: () => {
      isKilled = true;
      job?.kill();
    },
    ended: run().catch((error: unknown) => {
      throw error instanceof RayFault ? new PassingFault(`Predictions could not be made on Ray: ${error.message}.`) : error;
    }),
  };
}

/** A checkpoint that jobs of the cluster predict with. */
export const openRayPredictor = (checkpoint: RunnableCheckpoint, settings: RaySettings): Predictor =>
  predictorAt(
    {
      root: settings.runDir,
      checkpoints: sharedCacheFolder(settings.runDir),
      start: (args, folder, listeners) => startPrediction(settings, args, folder, listeners),
    },
    checkpoint,
  );
