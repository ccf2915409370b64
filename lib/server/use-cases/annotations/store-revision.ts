import { isEditable, type ConflictDetails } from '@/lib/core/annotation/contract';
import { AppError } from '@/lib/core/errors/app-error';
import type { DbTransaction } from '../../db/client';
import { findMutation, readAnnotationContent, writeRevision, type ContentWrite } from '../../repositories/annotation';

export interface Saved {
  readonly revision: number;
}

async function refuse(tx: DbTransaction, annotationId: string): Promise<never> {
  const now = await readAnnotationContent(annotationId, tx);
  if (!isEditable(now.state)) {
    throw new AppError('locked', 'This annotation was submitted. Reopen it to change it.', { state: now.state });
  }
  const details: ConflictDetails = { revision: now.revision, content: now.content, schemaVersionId: now.schemaVersion.id };
  throw new AppError('conflict', 'This annotation was saved from elsewhere meanwhile.', { ...details });
}

/**
 * One save in a transaction. The conditional write takes the row's lock, so of
 * two deliveries of one mutation the second waits and then finds the first.
 */
export async function storeRevision(tx: DbTransaction, write: ContentWrite): Promise<Saved> {
  const delivered = await findMutation(write.annotationId, write.mutationId, tx);
  if (delivered) return { revision: delivered.revision };
  if (await writeRevision(tx, write)) return { revision: write.baseRevision + 1 };
  const meanwhile = await findMutation(write.annotationId, write.mutationId, tx);
  return meanwhile ? { revision: meanwhile.revision } : refuse(tx, write.annotationId);
}
