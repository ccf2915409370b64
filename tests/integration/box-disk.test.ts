import { spawnSync } from 'node:child_process';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cacheFolder, holding, pruneCheckpoints } from '@/workers/outside/checkpoint-cache';
import { localRunFolder, sweepRunFolders } from '@/workers/outside/run-folders';
import { createTestDatabase } from '../setup/test-database';

const now = new Date();
const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 60 * 60 * 1000);

beforeAll(() => createTestDatabase({ CHECKPOINT_CACHE_MAX_BYTES: '2500' }));

async function addCheckpoint(hash: string, usedAt: Date): Promise<void> {
  await mkdir(path.join(cacheFolder(), hash), { recursive: true });
  await writeFile(path.join(path.join(cacheFolder(), hash), 'adapter.safetensors'), Buffer.alloc(1_000));
  await utimes(path.join(cacheFolder(), hash), usedAt, usedAt);
}

const kept = async (): Promise<string[]> => (await readdir(cacheFolder())).sort();

describe('the disk of a GPU box', () => {
  it('keeps checkpoints at hand up to its limit: the one unused for longest goes, one in use never', async () => {
    await addCheckpoint('oldest', hoursAgo(9));
    await addCheckpoint('older', hoursAgo(8));
    await addCheckpoint('newer', hoursAgo(7));
    await addCheckpoint('just-used', hoursAgo(0));
    const use = holding('oldest', async function* () {
      yield await pruneCheckpoints(cacheFolder(), now);
    });
    await use.next();
    expect(await kept()).toEqual(['just-used', 'oldest']);
    await use.next();
    await addCheckpoint('new', hoursAgo(2));
    await pruneCheckpoints(cacheFolder(), now);
    expect(await kept()).toEqual(['just-used', 'new']);
  });

  it('forgets what a process that is gone had made to predict in, and folders that no round of the workbench has for a day', async () => {
    const { pid: gone } = spawnSync(process.execPath, ['--version']);
    const folders = ['unknown-for-long', 'unknown', `predict-${gone}-a`, `predict-${process.pid}-b`].map(localRunFolder);
    for (const folder of folders) await mkdir(folder, { recursive: true });
    await utimes(localRunFolder('unknown-for-long'), hoursAgo(25), hoursAgo(25));
    await sweepRunFolders(now);
    expect((await readdir(localRunFolder('.'))).sort()).toEqual([`predict-${process.pid}-b`, 'unknown']);
  });
});
