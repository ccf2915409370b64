import type { AnnotationState } from '../db/generated/enums';
import { type DbOrTransaction, db } from '../db/client';
import { toContent } from './annotation';

/** Annotations in a state, oldest submission first, at most `take`; no content. */
export function findForReview(projectId: string, state: AnnotationState, take: number) {
  return db().annotation.findMany({
    where: { state, document: { projectId } },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take,
    select: {
      id: true, documentId: true, origin: true, state: true, submittedAt: true,
      annotator: { select: { name: true } },
      document: { select: { name: true, kind: true } },
    },
  });
}

/**
 * What annotators handed in for a document without gold, first submission
 * first, with what it says: asked for by name (invariant 11).
 */
export async function readHandedIn(documentId: string, tx: DbOrTransaction = db()) {
  const rows = await tx.annotation.findMany({
    where: { documentId, state: { in: ['submitted', 'returned', 'accepted', 'settled'] }, adjudicatedFrom: { isEmpty: true } },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true, annotatorId: true, schemaVersionId: true, revision: true, state: true, origin: true, submittedAt: true, returnNote: true,
      record: true, evidence: true, provenance: true,
      annotator: { select: { name: true } },
      schemaVersion: { select: { id: true, number: true, schema: true } },
    },
  });
  return rows.map(({ record, evidence, provenance, ...row }) => ({ ...row, content: toContent({ record, evidence, provenance }) }));
}
export type HandedIn = Awaited<ReturnType<typeof readHandedIn>>[number];

export async function countByState(projectId: string): Promise<Readonly<Record<AnnotationState, number>>> {
  const rows = await db().annotation.groupBy({ by: ['state'], where: { document: { projectId } }, _count: true });
  const of = (state: AnnotationState): number => rows.find((row) => row.state === state)?._count ?? 0;
  return { draft: of('draft'), submitted: of('submitted'), accepted: of('accepted'), returned: of('returned'), settled: of('settled') };
}
