import type { AnnotationContent } from '@/lib/core/annotation/content';
import { AppError } from '@/lib/core/errors/app-error';
import type { DbTransaction } from '../db/client';
import { insertAdjudication, lockDocument, moveState, setGold, settleOthers } from '../repositories/annotation';

interface Adjudication {
  readonly documentId: string;
  readonly reviewerId: string;
  readonly schemaVersionId: string;
  readonly content: AnnotationContent;
  /** What it was made out of, at the revisions that the reviewer saw. */
  readonly sides: readonly { readonly annotationId: string; readonly revision: number }[];
  readonly reviewedAt: Date;
}

/**
 * Writes the reviewer's annotation, makes it gold and locks the others: all of
 * it or, where somebody decided meanwhile, nothing.
 * @returns its id. @throws AppError `conflict`, which undoes the transaction.
 */
export async function writeAdjudication(tx: DbTransaction, { sides, reviewedAt, ...adjudication }: Adjudication): Promise<string> {
  const { documentId, reviewerId } = adjudication;
  const overtaken = new AppError('conflict', 'One of the annotations was changed, decided or sent back meanwhile. Reload them.');
  const review = { reviewedAt, reviewedById: reviewerId };
  await lockDocument(tx, documentId);
  const id = await insertAdjudication(tx, { ...adjudication, adjudicatedFrom: sides.map(({ annotationId }) => annotationId) });
  if (!(await setGold(tx, documentId, id))) throw overtaken;
  for (const { annotationId, revision } of sides) {
    if (!(await moveState(tx, annotationId, { states: ['submitted'], revision }, { state: 'settled', ...review }))) throw overtaken;
  }
  if (!(await moveState(tx, id, { states: ['draft'], revision: 1 }, { state: 'accepted', submittedAt: reviewedAt, ...review }))) throw overtaken;
  await settleOthers(tx, documentId, id, review);
  return id;
}
