import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@/lib/core/errors/app-error';
import { isClutter } from '@/lib/core/ingest/archive-name';
import { type Bundle, bundleOf } from './bundle';
import type { ImportLimits } from './page-source';

/**
 * The files below a folder. Links are not followed: they may lead anywhere.
 * @throws AppError `too-large` for more files than IMPORT_MAX_ARCHIVE_FILES
 */
export async function listFolder(folder: string, limits: ImportLimits): Promise<Bundle> {
  const found = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join('/');
    if (!entry.isFile() || isClutter(name)) continue;
    found.set(name, file);
    if (found.size > limits.maxArchiveFiles) {
      throw new AppError('too-large', `The folder has over ${limits.maxArchiveFiles} files (IMPORT_MAX_ARCHIVE_FILES). Import its parts.`);
    }
  }
  return bundleOf(found);
}
