import { AppError, isAppError } from '@/lib/core/errors/app-error';
import type { ImportPlace } from '@/lib/core/formats/import-row';
import { db } from '../db/client';
import { newId } from '../db/new-id';
import { log } from '../logging/log';
import { insertImportFile, markRefused } from '../repositories/import';
import type { ImportLimits } from './page-source';

/** What every step of one import knows. */
export interface ImportContext {
  readonly projectId: string;
  readonly importId: string;
  /** Split or transfer suite of what does not name its own. */
  readonly place: ImportPlace;
  readonly limits: ImportLimits;
  /** Folder for unpacked files; the caller removes it. */
  readonly workFolder: string;
  readonly isCancelled: () => Promise<boolean>;
  /** Told after each file, e.g. to draw progress. */
  readonly onResult?: (result: ImportResult) => void;
}

export interface ImportResult {
  readonly name: string;
  readonly outcome: 'imported' | 'duplicate' | 'failed';
  readonly documentId: string | null;
  readonly code: string | null;
  /** Why it was refused, or a note beside an imported one. */
  readonly message: string | null;
}

interface Attempt {
  readonly importFileId: string;
  /** The id that the document will have. */
  readonly documentId: string;
}

/** Whether somebody ended the import meanwhile. */
export async function isImportEnded(importId: string): Promise<boolean> {
  const row = await db().import.findUnique({ where: { id: importId }, select: { state: true } });
  return row?.state !== 'running';
}

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'P2002';

function toNamed(error: unknown, name: string): AppError {
  if (isAppError(error)) return error;
  if (isUniqueViolation(error)) return new AppError('duplicate', 'The same bytes were imported at the same moment.');
  const id = newId();
  log().error({ id, err: error }, 'import of a file failed');
  return new AppError('internal', `Something went wrong while importing ${name}. Tell an admin this id: ${id}`);
}

/**
 * Tries one file (or row): its outcome is written down whatever happens, and
 * the rest of the import goes on.
 * @param work returns the note for an imported file.
 */
export async function tryFile(
  context: ImportContext,
  file: { readonly name: string; readonly bytes: number },
  work: (attempt: Attempt) => Promise<string | null>,
): Promise<ImportResult> {
  const documentId = newId();
  const importFileId = await insertImportFile({ importId: context.importId, ...file, documentId });
  let result: ImportResult;
  try {
    const note = await work({ importFileId, documentId });
    result = { name: file.name, outcome: 'imported', documentId, code: null, message: note };
  } catch (error) {
    const { code, message, details } = toNamed(error, file.name);
    const found = typeof details['documentId'] === 'string' ? details['documentId'] : null;
    await markRefused(importFileId, { code, message, documentId: found });
    const outcome = code === 'duplicate' ? 'duplicate' : 'failed';
    result = { name: file.name, outcome, documentId: found, code, message };
  }
  context.onResult?.(result);
  return result;
}
