import { z } from 'zod';
import type { ErrorCode } from '@/lib/core/errors/app-error';
import { type ImportPlace, poolPlace, rowSplits } from '@/lib/core/formats/import-row';
import { type DbTransaction, db } from '../db/client';

export interface NewImport {
  readonly projectId: string;
  readonly source: string;
  readonly createdById: string | null;
  readonly place: ImportPlace;
}

export async function insertImport({ place, ...row }: NewImport): Promise<string> {
  const { id } = await db().import.create({ data: { ...row, options: { ...place } }, select: { id: true } });
  return id;
}

/** Imports from before there was a choice went into the pool. */
const optionsSchema = z.object({ split: z.enum(rowSplits), suite: z.string().nullable() }).catch(poolPlace);

export async function findImport(projectId: string, importId: string) {
  const found = await db().import.findFirst({
    where: { id: importId, projectId },
    select: { id: true, source: true, state: true, createdAt: true, finishedAt: true, options: true },
  });
  if (!found) return null;
  const { options, ...row } = found;
  return { ...row, place: optionsSchema.parse(options) };
}

/** How its files fared, counted. */
export async function countImportFiles(importId: string) {
  const rows = await db().importFile.groupBy({ by: ['state'], where: { importId }, _count: true });
  const of = (state: (typeof rows)[number]['state']) => rows.find((row) => row.state === state)?._count ?? 0;
  return { waiting: of('waiting'), imported: of('imported'), duplicate: of('duplicate'), failed: of('failed') };
}

/** Files with something to say: refused ones, duplicates, and notes; newest last. */
export function findImportRemarks(importId: string, limit: number) {
  return db().importFile.findMany({
    where: { importId, error: { not: null } },
    select: { id: true, name: true, state: true, errorCode: true, error: true, documentId: true },
    orderBy: { id: 'asc' },
    take: limit,
  });
}

/** Ends a running import; false where it had ended before. */
export async function endImport(importId: string, state: 'finished' | 'cancelled'): Promise<boolean> {
  const { count } = await db().import.updateMany({
    where: { id: importId, state: 'running' },
    data: { state, finishedAt: new Date() },
  });
  return count === 1;
}

/**
 * A file about to be read. `documentId` names the storage folder that it will
 * write to, so that a crash leaves a trace by which the folder is found.
 */
export async function insertImportFile(file: {
  readonly importId: string;
  readonly name: string;
  readonly bytes: number;
  readonly documentId: string;
}): Promise<string> {
  const { id } = await db().importFile.create({
    data: { ...file, bytes: BigInt(file.bytes) },
    select: { id: true },
  });
  return id;
}

/** Marks a waiting file imported; false where a cancel or a sweep came first. */
export async function claimImported(tx: DbTransaction, importFileId: string, note: string | null): Promise<boolean> {
  const { count } = await tx.importFile.updateMany({
    where: { id: importFileId, state: 'waiting', import: { state: 'running' } },
    data: { state: 'imported', error: note },
  });
  return count === 1;
}

export async function markRefused(
  importFileId: string,
  refusal: { readonly code: ErrorCode; readonly message: string; readonly documentId: string | null },
): Promise<void> {
  await db().importFile.updateMany({
    where: { id: importFileId, state: 'waiting' },
    data: {
      state: refusal.code === 'duplicate' ? 'duplicate' : 'failed',
      errorCode: refusal.code,
      error: refusal.message,
      documentId: refusal.documentId,
    },
  });
}

/** Files that a process began and never ended. */
export function findAbandonedFiles(startedBefore: Date) {
  return db().importFile.findMany({
    where: { state: 'waiting', createdAt: { lt: startedBefore } },
    select: { id: true, documentId: true },
  });
}

/** Ends imports that nobody works on any more. */
export async function endAbandonedImports(lastActiveBefore: Date): Promise<void> {
  await db().import.updateMany({
    where: {
      state: 'running',
      createdAt: { lt: lastActiveBefore },
      files: { none: { createdAt: { gte: lastActiveBefore } } },
    },
    data: { state: 'finished', finishedAt: new Date() },
  });
}

/** Those of the ids that are imports still running. */
export async function findRunningImports(ids: readonly string[]): Promise<string[]> {
  const rows = await db().import.findMany({ where: { id: { in: [...ids] }, state: 'running' }, select: { id: true } });
  return rows.map(({ id }) => id);
}
