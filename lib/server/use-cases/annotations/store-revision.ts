import { contentHash } from '@/lib/core/annotation/content-hash';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import { isEditable, type ConflictDetails } from '@/lib/core/annotation/contract';
import type { Save, TakenSave } from '@/lib/core/annotation/take-save';
import { AppError } from '@/lib/core/errors/app-error';
import type { DbTransaction } from '../../db/client';
import { findDelivered, lockAnnotation, readRevision, writeRevision, type ContentWrite } from '../../repositories/annotation';

export interface Saved {
  readonly revision: number;
}

interface RevisionWrite extends Omit<ContentWrite, 'content' | 'operations'> {
  /** As they were sent; none where a whole content is written. */
  readonly sent?: Pick<Save, 'operations' | 'contentHash'> | undefined;
  /** What follows on the content that the annotation has. */
  readonly next: (base: AnnotationContent) => TakenSave;
}

/** The revision that is just what was sent, if there is one, and which of the sent operations are stored. */
async function findDone(tx: DbTransaction, { annotationId, mutationId, sent }: Pick<RevisionWrite, 'annotationId' | 'mutationId' | 'sent'>) {
  const ids = sent?.operations.map(({ id }) => id) ?? [];
  const rows = await findDelivered(annotationId, mutationId, ids, tx);
  const same = rows.find((row) => row.mutationId === mutationId);
  if (same) return { revision: same.revision, taken: ids };
  const taken = ids.filter((id) => rows.some(({ operationIds }) => operationIds.includes(id)));
  const [only] = rows;
  if (!sent || !only || rows.length > 1 || taken.length < ids.length) return { revision: null, taken };
  const stored = await readRevision(annotationId, only.revision, tx);
  return { revision: stored && contentHash(stored) === sent.contentHash ? only.revision : null, taken };
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
  if (!now) throw new AppError('not-found', 'This annotation does not exist any more.');
  const done = await findDone(tx, { annotationId, mutationId, sent });
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
