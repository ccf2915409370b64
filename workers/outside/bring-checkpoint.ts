import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@/lib/core/errors/app-error';
import { manifestSchema } from '@/lib/core/round/manifest';
import type { RunnableCheckpoint } from '@/lib/server/repositories/checkpoint';
import { hashFile } from '@/lib/server/storage/hash-file';
import { storage } from '@/lib/server/storage/storage';
import { besideHeartbeat } from './beside-heartbeat';
import { pruneCheckpoints, touchCheckpoint } from './checkpoint-cache';

/** Every file of a stored checkpoint, held against its manifest. @throws AppError `broken-file`, `not-found` */
async function bringFiles(checkpoint: RunnableCheckpoint, folder: string, signal: AbortSignal): Promise<void> {
  for (const { name, sha256 } of manifestSchema.parse(checkpoint.manifest).files) {
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    await storage().readInto(`${checkpoint.storagePrefix}/${name}`, target, signal);
    if ((await hashFile(target)) !== sha256) {
      throw new AppError('broken-file', `${name} of checkpoint ${checkpoint.hash.slice(0, 12)} is not what its manifest says.`);
    }
  }
  const manifest = await storage().read(`${checkpoint.storagePrefix}/manifest.json`);
  await writeFile(path.join(folder, 'manifest.json'), manifest);
}

/**
 * Fetches a stored checkpoint into a folder, whole or not at all; one that is there stays.
 * @throws AppError `broken-file` where a file is not what its manifest says.
 */
export async function bringCheckpointInto(folder: string, checkpoint: RunnableCheckpoint, pause: () => Promise<void>): Promise<void> {
  if (await stat(folder).then(() => true, () => false)) return;
  const aside = `${folder}.coming`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  await besideHeartbeat({ breathe: pause }, (signal) => bringFiles(checkpoint, aside, signal));
  await rename(aside, folder);
}

/**
 * The folder of a stored checkpoint below `root`, fetched once and verified.
 * @throws AppError `broken-file` where a file is not what its manifest says.
 */
export async function bringCheckpoint(checkpoint: RunnableCheckpoint, root: string, pause: () => Promise<void>): Promise<string> {
  const folder = path.join(root, checkpoint.hash);
  await bringCheckpointInto(folder, checkpoint, pause);
  await touchCheckpoint(folder);
  await pruneCheckpoints(root, new Date());
  return folder;
}
