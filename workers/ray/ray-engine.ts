import path from 'node:path';
import type { OutsideEngine } from '../outside/run-outside-attempt';
import { openRayPredictor } from './predict-on-ray';
import { raySettings } from './ray-settings';
import { trainOnRay } from './train-on-ray';

/** The run folder of a round where the cluster sees it. */
export const sharedRunFolder = (runDir: string, roundId: string): string => path.join(runDir, roundId);

/** The trainer as jobs of a Ray cluster; predictions too, whatever is on this machine: the model fits there. */
export function rayEngine(): OutsideEngine {
  const settings = raySettings();
  return {
    folderOf: (roundId) => sharedRunFolder(settings.runDir, roundId),
    train: (training) => trainOnRay(training, settings),
    openPredictor: (checkpoint) => openRayPredictor(checkpoint, settings),
  };
}
