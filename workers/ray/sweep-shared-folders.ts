import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { log } from '@/lib/server/logging/log';
import { findEndedRayRounds } from '@/lib/server/repositories/ray-job';

/** Longer than any prediction takes: workers of other machines use the folder too, and their pids say nothing here. */
const predictionKeptMs = 24 * 60 * 60 * 1000;

async function isOldPrediction(place: string, now: Date): Promise<boolean> {
  return path.basename(place).startsWith('predict-') && now.getTime() - (await stat(place)).mtimeMs > predictionKeptMs;
}

/**
 * Removes what rounds that are over have left in the cluster's shared folder,
 * once their jobs are over too: page images are patients'. What the database
 * does not know as a round is not ours and stays.
 */
export async function sweepSharedFolders(runDir: string, now: Date): Promise<void> {
  const names = await readdir(runDir).catch(() => []);
  const ended = new Set(await findEndedRayRounds(names));
  for (const name of names) {
    const place = path.join(runDir, name);
    if (!ended.has(name) && !(await isOldPrediction(place, now))) continue;
    await rm(place, { recursive: true, force: true });
    log().info({ folder: name }, 'removed what a round that is over has left in the shared folder');
  }
}
