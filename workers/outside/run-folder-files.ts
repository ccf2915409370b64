import { mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { findPageImages } from '@/lib/server/repositories/page-images';
import { storage } from '@/lib/server/storage/storage';

const isThere = (file: string): Promise<boolean> => stat(file).then(() => true, () => false);

/** Copies a file of the storage to this machine, whole or not at all; one that is here stays. */
export async function bring(key: string, target: string, signal: AbortSignal): Promise<void> {
  if (await isThere(target)) return;
  signal.throwIfAborted();
  await mkdir(path.dirname(target), { recursive: true });
  const aside = `${target}.coming`;
  await storage().readInto(key, aside, signal);
  await rename(aside, target);
}

/** Every page of the documents as `images/ID/PAGE.EXT`. */
export async function bringImages(folder: string, documentIds: readonly string[], signal: AbortSignal): Promise<void> {
  for (const { documentId, index, imageKey } of await findPageImages(documentIds)) {
    await bring(imageKey, path.join(folder, 'images', documentId, `${index}${path.extname(imageKey)}`), signal);
  }
}

/**
 * The upper half of the run folder on this machine, from the storage
 * (`docs/run-folder.md`). Delivered again it fetches what is missing.
 */
export async function bringRunFolder(folder: string, roundId: string, documentIds: readonly string[], signal: AbortSignal): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of ['spec.json', 'dataset.jsonl']) await bring(`rounds/${roundId}/${name}`, path.join(folder, name), signal);
  await bringImages(folder, documentIds, signal);
}
