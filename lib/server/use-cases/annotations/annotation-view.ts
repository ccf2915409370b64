import type { Actor } from '@/lib/core/access/roles';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import { AppError } from '@/lib/core/errors/app-error';
import { findLabelDocument, findPagesWithWords, findSuggestions } from '../../repositories/annotation-view';
import { readAnnotationContent, type AnnotationRow } from '../../repositories/annotation';
import { findAnnotators } from '../../repositories/annotator';
import { countQueue, findNeighbours, findQueueItem } from '../../repositories/queue';
import { findNewestSchemaVersion } from '../../repositories/schema-version';

async function placeOf(projectId: string, documentId: string) {
  const item = await findQueueItem(projectId, documentId);
  if (!item) return { item, place: null };
  const [total, neighbours] = await Promise.all([countQueue(projectId), findNeighbours(projectId, item.position)]);
  return { item, place: { total, ...neighbours } };
}

/** Everything that the label and review screens show of one annotation. */
export async function viewAnnotation(
  actor: Actor,
  projectId: string,
  annotation: AnnotationRow,
  now: Date,
): Promise<AnnotationView> {
  const { documentId } = annotation;
  const [document, pages, suggestions, stored, newest, { item, place }] = await Promise.all([
    findLabelDocument(projectId, documentId),
    findPagesWithWords(documentId),
    findSuggestions(projectId, documentId),
    readAnnotationContent(annotation.id),
    findNewestSchemaVersion(projectId),
    placeOf(projectId, documentId),
  ]);
  if (!document) throw new AppError('not-found', 'This document does not exist in this project.');
  const holderId = item && item.assigneeId !== actor.userId && item.leaseUntil && item.leaseUntil > now ? item.assigneeId : null;
  const holder = holderId ? (await findAnnotators([holderId])).get(holderId) : undefined;
  return {
    document,
    pages,
    annotation: {
      id: annotation.id,
      state: stored.state,
      origin: annotation.origin,
      revision: stored.revision,
      annotatorName: annotation.annotator.name,
      isMine: annotation.annotatorId === actor.userId,
      returnNote: annotation.returnNote,
      submittedAt: annotation.submittedAt?.toISOString() ?? null,
    },
    content: stored.content,
    schema: stored.schemaVersion.schema,
    schemaVersion: {
      id: stored.schemaVersion.id,
      number: stored.schemaVersion.number,
      newestNumber: newest?.number ?? stored.schemaVersion.number,
    },
    suggestions,
    leasedTo: holder?.name ?? null,
    skippedReason: item?.skippedReason ?? null,
    place,
  };
}
