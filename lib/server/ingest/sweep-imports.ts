import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { dataPath } from '../env/env';
import { endAbandonedImports, findAbandonedFiles, findRunningImports, markRefused } from '../repositories/import';
import { documentExists } from '../repositories/new-document';
import { storage } from '../storage/storage';
import { storageFolderOf } from './write-document';

/** Longer than any one document takes to import. */
const abandonedAfterMs = 30 * 60 * 1000;

/** Folder of the uploads and unpacked archives of an import. */
export const stagingFolder = (importId: string): string => dataPath('staging', importId);

/**
 * Removes what a killed process left of its imports: files of documents that
 * never became a row, uploads, and imports that still say "running". Run it
 * when a process starts; safe while others import.
 * @returns how many unfinished files were cleared away.
 */
export async function sweepImports(now: Date): Promise<number> {
  const before = new Date(now.getTime() - abandonedAfterMs);
  const abandoned = await findAbandonedFiles(before);
  for (const file of abandoned) {
    await markRefused(file.id, {
      code: 'unavailable',
      message: 'The import was interrupted before this file was done. Import it again.',
      documentId: null,
    });
    // A document row means that the transaction did go through.
    if (file.documentId && !(await documentExists(file.documentId))) {
      await storage().removeAll(storageFolderOf(file.documentId));
    }
  }
  await endAbandonedImports(before);
  await removeOldStaging();
  return abandoned.length;
}

/** Folders are named by their import. */
async function removeOldStaging(): Promise<void> {
  const root = dataPath('staging');
  const names = await readdir(root).catch(() => []);
  const running = new Set(await findRunningImports(names));
  for (const name of names) {
    if (!running.has(name)) await rm(path.join(root, name), { recursive: true, force: true });
  }
}
