import { AppError } from '@/lib/core/errors/app-error';
import type { ReviewSide } from '@/lib/core/review/contract';
import { findLabelDocument } from '../repositories/annotation-view';
import { readHandedIn } from '../repositories/review';
import { findNewestSchemaVersion } from '../repositories/schema-version';
import { carryContent } from './carry-content';

/**
 * What annotators handed in for a document, under the newest schema version,
 * in the order in which they began.
 * @throws AppError `not-found`, `not-ready`.
 */
export async function loadSides(projectId: string, documentId: string) {
  const [document, newest] = await Promise.all([findLabelDocument(projectId, documentId), findNewestSchemaVersion(projectId)]);
  if (!document) throw new AppError('not-found', 'This document does not exist in this project.');
  if (!newest) throw new AppError('not-ready', 'This project has no schema yet. Make one first.');
  const sides = (await readHandedIn(documentId)).map((row): ReviewSide & { readonly annotatorId: string } => ({
    annotationId: row.id,
    annotatorId: row.annotatorId,
    annotatorName: row.annotator.name,
    origin: row.origin,
    state: row.state,
    revision: row.revision,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    returnNote: row.returnNote,
    content: carryContent(row, newest),
  }));
  return { document, schemaVersion: newest, sides };
}
