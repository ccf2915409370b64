import type { Split } from '../db/generated/enums';
import { db } from '../db/client';

/** Of the documents of some splits, only these. */
export interface GoldFilter {
  readonly documentId?: string;
  /** Name of a transfer suite. */
  readonly suite?: string;
}

/** Documents of the splits with what counts as gold for them, in id order. */
export async function findGoldRows(projectId: string, splits: readonly Split[], { documentId, suite }: GoldFilter = {}) {
  const documents = await db().document.findMany({
    where: {
      projectId,
      split: { in: [...splits] },
      ...(documentId === undefined ? {} : { id: documentId }),
      ...(suite === undefined ? {} : { suite }),
    },
    orderBy: { id: 'asc' },
    select: {
      id: true, name: true, split: true, suite: true, readState: true, goldAnnotationId: true, givenGold: true, givenEvidence: true,
      queueItem: { select: { position: true } },
    },
  });
  const annotations = await db().annotation.findMany({
    where: { id: { in: documents.flatMap(({ goldAnnotationId }) => goldAnnotationId ?? []) }, state: 'accepted' },
    select: { id: true, record: true, evidence: true, schemaVersion: { select: { id: true, schema: true } } },
  });
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  return documents.map(({ goldAnnotationId, ...document }) => ({
    ...document,
    annotation: goldAnnotationId ? (byId.get(goldAnnotationId) ?? null) : null,
  }));
}
export type GoldRow = Awaited<ReturnType<typeof findGoldRows>>[number];

/** Pages with their words, in page order, of the documents named. */
export function findPageWords(documentIds: readonly string[]) {
  return db().page.findMany({
    where: { documentId: { in: [...documentIds] } },
    orderBy: [{ documentId: 'asc' }, { index: 'asc' }],
    select: { documentId: true, index: true, width: true, height: true, words: true },
  });
}
