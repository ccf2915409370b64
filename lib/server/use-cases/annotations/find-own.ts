import type { Actor } from '@/lib/core/access/roles';
import { AppError } from '@/lib/core/errors/app-error';
import { findOwnAnnotation, type AnnotationRow } from '../../repositories/annotation';

/** The actor's annotation of the document. @throws AppError `not-found` where they have none. */
export async function findOwn(actor: Actor, projectId: string, documentId: string): Promise<AnnotationRow> {
  const annotation = await findOwnAnnotation(projectId, documentId, actor.userId);
  if (!annotation) throw new AppError('not-found', 'You have no annotation of this document. Open it first.');
  return annotation;
}
