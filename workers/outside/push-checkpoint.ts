import path from 'node:path';
import { describeBytes } from '@/lib/core/round/describe-bytes';
import type { RunnableRound } from '@/lib/server/repositories/round';
import type { Fence } from '@/lib/server/repositories/round-attempt';
import { storage } from '@/lib/server/storage/storage';
import { besideHeartbeat } from './beside-heartbeat';
import type { LocalCheckpoint } from './local-checkpoint';
import type { Journal } from '../rounds/journal';
import { checkpointPrefix, recordCheckpoint } from '../rounds/register-checkpoint';

/**
 * Sends a checkpoint home and registers it. Every file is held against its hash
 * where it arrives; the manifest goes last, so that one that is there is whole.
 */
export async function pushCheckpoint(
  fence: Fence,
  round: RunnableRound,
  { folder, hash, text, manifest }: LocalCheckpoint,
  journal: Journal,
): Promise<string> {
  const { files, step } = manifest;
  for (const [place, { name, sha256 }] of files.entries()) {
    journal.add({ type: 'progress', phase: 'pushing', step: place, plannedSteps: files.length, secondsLeft: null });
    const key = `${checkpointPrefix(hash)}/${name}`;
    await besideHeartbeat(journal, (signal) => storage().writeFrom(key, path.join(folder, name), sha256, signal));
  }
  await besideHeartbeat(journal, () => storage().write(`${checkpointPrefix(hash)}/manifest.json`, Buffer.from(text, 'utf8')));
  const size = describeBytes(files.reduce((sum, file) => sum + file.bytes, 0));
  const id = await recordCheckpoint(fence, round, hash, manifest);
  journal.add({ type: 'log', level: 'info', message: `Checkpoint of step ${step} is home: ${size} in ${files.length} ${files.length === 1 ? 'file' : 'files'}, verified.` });
  return id;
}
