import { contentHash } from '@/lib/core/annotation/content-hash';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import { isEditable, type ConflictDetails } from '@/lib/core/annotation/contract';
import type { NotedOperation } from '@/lib/core/annotation/noted-operation';
import type { TakenSave } from '@/lib/core/annotation/take-save';
import { AppError } from '@/lib/core/errors/app-error';
import type { DbTransaction } from '../../db/client';
import { findMutation, findRevisionsWith, lockAnnotation, readRevision, writeRevision, type ContentWrite } from '../../repositories/annotation';

export interface Saved {
  readonly revision: number;
}

interface RevisionWrite extends Omit<ContentWrite, 'content' | 'operations'> {
  /** As they were sent; none where a whole content is written. */
  readonly sent?: { readonly operations: readonly NotedOperation[]; readonly contentHash: string };
  /** What follows on the content that the annotation has. */
  readonly next: (base: AnnotationContent) => TakenSave;
}

/** Which of the sent operations are stored, and the one revision that is just what was sent, if there is one. */
async function findDone(tx: DbTransaction, annotationId: string, { operations, contentHash: wanted }: NonNullable<RevisionWrite['sent']>) {
  if (operations.length === 0) return { taken: [], revision: null };
  const rows = await findRevisionsWith(annotationId, operations.map(({ id }) => id), tx);
  const taken = operations.map(({ id }) => id).filter((id) => rows.some(({ operationIds }) => operationIds.includes(id)));
  const [only] = rows;
  if (!only || rows.length > 1 || taken.length < operations.length) return { taken, revision: null };
  const stored = await readRevision(annotationId, only.revision, tx);
  return { taken, revision: stored && contentHash(stored) === wanted ? only.revision : null };
}

/**
 * One save in a transaction that holds the annotation's row, so that of two
 * deliveries the second waits and then finds the first. The same mutation, or
 * the same operations under another mutation, have one effect and one answer.
 * @throws AppError `locked`; `conflict` with what is there and which operations it holds.
 */
export async function storeRevision(tx: DbTransaction, { sent, next, ...write }: RevisionWrite): Promise<Saved> {
  const { annotationId, baseRevision, mutationId } = write;
  const now = await lockAnnotation(annotationId, tx);
  const delivered = await findMutation(annotationId, mutationId, tx);
  if (delivered) return { revision: delivered.revision };
  const done = sent ? await findDone(tx, annotationId, sent) : { taken: [], revision: null };
  if (done.revision !== null) return { revision: done.revision };
  if (!isEditable(now.state)) {
    throw new AppError('locked', 'This annotation was submitted. Reopen it to change it.', { state: now.state });
  }
  const isNext = now.revision === baseRevision && done.taken.length === 0;
  if (isNext && (await writeRevision(tx, { ...write, ...next(now.content) }))) return { revision: baseRevision + 1 };
  const { revision, content, schemaVersionId } = now;
  const details: ConflictDetails = { revision, content, schemaVersionId, taken: done.taken };
  throw new AppError('conflict', 'This annotation was saved from elsewhere meanwhile.', { ...details });
}
