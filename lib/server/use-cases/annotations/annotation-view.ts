import type { Actor } from '@/lib/core/access/roles';
import { isEditable, type AnnotationView } from '@/lib/core/annotation/contract';
import { toldOfHoneypot } from '@/lib/core/assignment/hand-in';
import { wantedAnnotators } from '@/lib/core/assignment/rules';
import { hasSeatFor } from '@/lib/core/assignment/seats';
import { AppError } from '@/lib/core/errors/app-error';
import { findLabelDocument, findPageShapes, findPageWords } from '../../repositories/annotation-view';
import { readAnnotationContent, type AnnotationRow } from '../../repositories/annotation';
import { loadPlace } from '../../assignment/load-place';
import { loadRules } from '../../assignment/load-rules';
import { findOthersAt } from '../../repositories/lease';
import { findClaimable } from '../../repositories/queue';
import { findNewestSchemaVersion } from '../../repositories/schema-version';
import { suggestFor } from '../../prelabels/suggest';

/** Everything that the label and review screens show of one annotation. */
export async function viewAnnotation(
  actor: Actor,
  projectId: string,
  annotation: AnnotationRow,
  now: Date,
): Promise<AnnotationView> {
  const { documentId } = annotation;
  const isMine = annotation.annotatorId === actor.userId;
  const [document, pages, firstWords, suggestions, stored, newest, rules, others, seats, { place, skippedReason, isHoneypot }] = await Promise.all([
    findLabelDocument(projectId, documentId),
    findPageShapes(documentId),
    findPageWords(projectId, documentId, 0),
    suggestFor({ projectId, documentId, mayPredict: isMine && isEditable(annotation.state) }),
    readAnnotationContent(annotation.id),
    findNewestSchemaVersion(projectId),
    loadRules(projectId),
    findOthersAt(documentId, actor.userId, now),
    findClaimable(projectId, documentId),
    loadPlace(projectId, documentId, actor.userId),
  ]);
  if (!document) throw new AppError('not-found', 'This document does not exist in this project.');
  const wanted = wantedAnnotators(rules, documentId);
  // Where a second person is wanted, that somebody else is at it is no news.
  const isFull = seats !== null && !hasSeatFor(seats, actor.userId, wanted, now);
  return {
    document,
    pages,
    firstWords: firstWords ?? [],
    annotation: {
      id: annotation.id,
      state: isMine && isHoneypot ? toldOfHoneypot(stored.state, rules.isReviewed, wanted) : stored.state,
      origin: annotation.origin,
      revision: stored.revision,
      annotatorName: annotation.annotator.name,
      isMine,
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
    leasedTo: isFull ? (others.find(({ hasSeat }) => hasSeat)?.user.name ?? null) : null,
    skippedReason,
    place,
  };
}
