import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isTerminal } from '@/lib/core/round/state-machine';
import { dataPath } from '@/lib/server/env/env';
import { log } from '@/lib/server/logging/log';
import { findRoundStates } from '@/lib/server/repositories/round';
import { isProcessGone } from '../presence';

/** The run folder of a round on this machine. */
export const localRunFolder = (roundId: string): string => dataPath('runs', roundId);

/** A folder of a round that the database does not know may be of another workbench: it stays so long. */
const unknownKeptMs = 24 * 60 * 60 * 1000;

async function isLeftOver(name: string, states: ReadonlyMap<string, Parameters<typeof isTerminal>[0]>, now: Date): Promise<boolean> {
  const predicting = /^predict-(\d+)-/.exec(name);
  if (predicting) return isProcessGone(Number(predicting[1]));
  const state = states.get(name);
  if (state !== undefined) return isTerminal(state);
  const { mtimeMs } = await stat(dataPath('runs', name));
  return now.getTime() - mtimeMs > unknownKeptMs;
}

/**
 * Removes what rounds that are over have left on this machine, also of those
 * that were cancelled while no worker was up: page images are patients'.
 */
export async function sweepRunFolders(now: Date): Promise<void> {
  const names = await readdir(dataPath('runs')).catch(() => []);
  if (names.length === 0) return;
  const states = await findRoundStates(names);
  for (const name of names) {
    if (!(await isLeftOver(name, states, now))) continue;
    await rm(path.join(dataPath('runs'), name), { recursive: true, force: true });
    log().info({ folder: name }, 'removed what a round that is over has left here');
  }
}
