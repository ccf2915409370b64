import { readdir, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { dataPath, env } from '@/lib/server/env/env';
import { log } from '@/lib/server/logging/log';

/** Another process on this disk may predict with one that was begun with lately. */
const inUseMs = 60 * 60 * 1000;

/** Checkpoints that this process predicts with now, and how often. */
const held = new Map<string, number>();

/** Where stored checkpoints are kept at hand on this machine. */
export const cacheFolder = (): string => dataPath('checkpoints');

/** Keeps a checkpoint from being removed while `work` uses it. */
export async function* holding<T>(hash: string, work: () => AsyncGenerator<T>): AsyncGenerator<T> {
  held.set(hash, (held.get(hash) ?? 0) + 1);
  try {
    yield* work();
  } finally {
    const left = (held.get(hash) ?? 1) - 1;
    if (left > 0) held.set(hash, left);
    else held.delete(hash);
  }
}

/** Says that it is used now: those unused for longest go first. */
export const touchCheckpoint = (folder: string): Promise<void> => utimes(folder, new Date(), new Date());

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = entries.filter((entry) => entry.isFile()).map(async ({ parentPath, name }) => (await stat(path.join(parentPath, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Brings what is kept at hand in a folder below CHECKPOINT_CACHE_MAX_BYTES: the one unused for longest goes first, one in use never. */
export async function pruneCheckpoints(root: string, now: Date): Promise<void> {
  const names = await readdir(root).catch(() => []);
  const kept = await Promise.all(
    names.map(async (name) => ({ name, usedAt: (await stat(path.join(root, name))).mtimeMs, bytes: await sizeOf(path.join(root, name)) })),
  );
  let over = kept.reduce((sum, { bytes }) => sum + bytes, 0) - env().CHECKPOINT_CACHE_MAX_BYTES;
  for (const { name, usedAt, bytes } of kept.sort((a, b) => a.usedAt - b.usedAt)) {
    if (over <= 0) return;
    if (held.has(name.replace(/\.coming$/, '')) || now.getTime() - usedAt < inUseMs) continue;
    await rm(path.join(root, name), { recursive: true, force: true });
    over -= bytes;
    log().info({ checkpoint: name, bytes }, 'removed a checkpoint that was not used for long');
  }
}
