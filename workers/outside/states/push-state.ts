import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Fence } from '@/lib/server/repositories/round-attempt';
import { hashFile } from '@/lib/server/storage/hash-file';
import { storage } from '@/lib/server/storage/storage';
import { fileKey, type HomeState, removeEarlierStates, writeIndex } from './home-state';
import { holdFiles, type LocalState } from './local-state';

/**
 * Sends a state home: files by their hash, those that are there already not
 * again, the index last. Then what only the state before needed is removed.
 * @param before what this attempt sent last; null where nothing yet.
 */
export async function pushState(
  fence: Fence,
  folder: string,
  local: LocalState,
  before: HomeState | null,
  signal: AbortSignal,
): Promise<HomeState> {
  const aside = path.join(folder, '.going-home');
  const there = new Set(before?.files.map(({ sha256 }) => sha256));
  try {
    await holdFiles(folder, local, aside);
    const files: HomeState['files'][number][] = [];
    for (const { name, bytes } of local.files) {
      signal.throwIfAborted();
      const source = path.join(aside, name);
      const sha256 = await hashFile(source);
      if (!there.has(sha256)) await storage().writeFrom(fileKey(fence, sha256), source, sha256, signal);
      there.add(sha256);
      files.push({ name, sha256, bytes });
    }
    const state = { step: local.step, files };
    signal.throwIfAborted();
    await writeIndex(fence, state);
    const kept = new Set(files.map(({ sha256 }) => sha256));
    for (const { sha256 } of before?.files ?? []) if (!kept.has(sha256)) await storage().removeAll(fileKey(fence, sha256));
    if (before === null) await removeEarlierStates(fence);
    return state;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
