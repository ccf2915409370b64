import type { Prisma } from '../db/generated/client';
import { type DbOrTransaction, db } from '../db/client';
import { toContent } from './annotation';

const reviewColumns = {
  id: true, name: true, kind: true, goldAnnotationId: true,
  honeypots: { select: { annotatorId: true } },
  annotations: {
    where: { state: { not: 'draft' } },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true, annotatorId: true, origin: true, state: true, submittedAt: true, adjudicatedFrom: true,
      annotator: { select: { name: true } },
      threads: { where: { resolvedAt: null }, select: { id: true } },
    },
  },
} as const satisfies Prisma.DocumentSelect;

/** Documents without gold for which something was handed in; no content. */
export function findInReview(projectId: string) {
  return db().document.findMany({
    where: { projectId, goldAnnotationId: null, annotations: { some: { state: { not: 'draft' } } } },
    select: reviewColumns,
  });
}

/** Documents with gold, newest documents first, at most `take`; no content. */
export function findAccepted(projectId: string, take: number) {
  return db().document.findMany({
    where: { projectId, goldAnnotationId: { not: null } },
    orderBy: { id: 'desc' },
    take,
    select: reviewColumns,
  });
}
export type ReviewRow = Awaited<ReturnType<typeof findInReview>>[number];

export const countAccepted = (projectId: string): Promise<number> =>
  db().document.count({ where: { projectId, goldAnnotationId: { not: null } } });

/**
 * What annotators handed in for a document, with what it says: asked for by
 * name (invariant 11). In the order in which they began, so that sides stay where
 * they are when one of them comes back.
 */
export async function readHandedIn(documentId: string, tx: DbOrTransaction = db()) {
  const rows = await tx.annotation.findMany({
    where: { documentId, state: { in: ['submitted', 'returned', 'accepted', 'settled'] }, adjudicatedFrom: { isEmpty: true } },
    orderBy: { id: 'asc' },
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
