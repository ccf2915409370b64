import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError, isAppError } from '@/lib/core/errors/app-error';
import { describeBytes } from '@/lib/core/round/describe-bytes';
import type { Fence } from '@/lib/server/repositories/round-attempt';
import { hashFile } from '@/lib/server/storage/hash-file';
import { storage } from '@/lib/server/storage/storage';
import type { Journal } from '../../rounds/journal';
import { besideHeartbeat } from '../beside-heartbeat';
import { fileKey, findHomeState, type HomeState } from './home-state';
import { newestStep } from './local-state';

const isThere = (file: string): Promise<boolean> => stat(file).then(() => true, () => false);

async function fetchFiles(from: Fence, { files }: HomeState, aside: string, signal: AbortSignal): Promise<void> {
  await rm(aside, { recursive: true, force: true });
  for (const { name, sha256 } of files) {
    signal.throwIfAborted();
    const target = path.join(aside, name);
    await mkdir(path.dirname(target), { recursive: true });
    await storage().readInto(fileKey(from, sha256), target, signal);
    if ((await hashFile(target)) !== sha256) throw new AppError('broken-file', `${name} of the state did not come as it was sent.`);
  }
}

/** What appears at once: a folder of a state or checkpoint, or a single file; the state itself last. */
function unitsOf({ files, step }: HomeState): string[] {
  const units = new Set(files.map(({ name }) => name.split('/').slice(0, 2).join('/')));
  const state = `state/step-${step}`;
  units.delete(state);
  return [...units, state];
}

/**
 * Brings the state that an earlier attempt sent home, where it is newer than
 * what lies on this disk: on another box the round goes on instead of beginning
 * anew. A state that is not whole is told of and left where it is.
 */
export async function bringState(fence: Fence, folder: string, journal: Journal): Promise<void> {
  const found = await findHomeState(fence);
  if (!found || found.state.step <= (await newestStep(folder)) || (await isThere(path.join(folder, 'finished.json')))) return;
  const { state, from } = found;
  const aside = path.join(folder, '.coming-home');
  try {
    await besideHeartbeat(journal, (signal) => fetchFiles(from, state, aside, signal));
    for (const unit of unitsOf(state)) {
      const target = path.join(folder, unit);
      await mkdir(path.dirname(target), { recursive: true });
      // A folder that is here has the same name and so the same content; of a single file the newer one counts.
      if (unit.endsWith('.json') || !(await isThere(target))) await rename(path.join(aside, unit), target);
    }
    const bytes = state.files.reduce((sum, file) => sum + file.bytes, 0);
    journal.add({ type: 'log', level: 'info', message: `The state of step ${state.step} was brought from the workbench: ${describeBytes(bytes)}, verified.` });
  } catch (error) {
    if (!isAppError(error) || (error.code !== 'broken-file' && error.code !== 'not-found')) throw error;
    journal.add({ type: 'log', level: 'warning', message: `The state of step ${state.step} that is at home cannot be used: ${error.message} Training goes on from what is on this machine.` });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
