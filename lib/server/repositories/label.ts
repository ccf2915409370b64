import { db } from '../db/client';
import { toContent } from './annotation';

/** What one document is labelled with: its gold, or else what was handed in first. */
export interface LabelRef {
  readonly documentId: string;
  readonly annotationId: string;
  /** Annotation and revision: a corrected label has another. */
  readonly key: string;
  readonly submittedAt: Date | null;
  /** Place in the queue; null where it never stood there. */
  readonly position: number | null;
}

/** The labels of a project that may be learnt from: never those of held-out splits, drafts, or what was sent back. */
export async function findLabels(projectId: string): Promise<readonly LabelRef[]> {
  const documents = await db().document.findMany({
    where: {
      projectId,
      split: { in: ['pool', 'seed'] },
      readState: 'read',
      annotations: { some: { state: { in: ['submitted', 'accepted'] } } },
    },
    orderBy: { id: 'asc' },
    select: {
      id: true, goldAnnotationId: true,
      queueItem: { select: { position: true } },
      annotations: {
        where: { state: { in: ['submitted', 'accepted'] } },
        orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
        select: { id: true, revision: true, submittedAt: true },
      },
    },
  });
  return documents.flatMap(({ id, goldAnnotationId, queueItem, annotations }) => {
    const label = annotations.find((annotation) => annotation.id === goldAnnotationId) ?? annotations[0];
    if (!label) return [];
    const { id: annotationId, revision, submittedAt } = label;
    return [{ documentId: id, annotationId, key: `${annotationId}@${revision}`, submittedAt, position: queueItem?.position ?? null }];
  });
}

/** What the annotations say, each with its schema: asked for by name (invariant 11). */
export async function readLabels(annotationIds: readonly string[]) {
  const rows = await db().annotation.findMany({
    where: { id: { in: [...annotationIds] } },
    select: { id: true, documentId: true, record: true, evidence: true, provenance: true, schemaVersion: { select: { id: true, schema: true } } },
  });
  return rows.map(({ id, documentId, schemaVersion, ...row }) => ({ annotationId: id, documentId, schemaVersion, content: toContent(row) }));
}

/** Projects that want pre-label models of their own and have labels. */
export async function findLabelledProjects(): Promise<readonly string[]> {
  const rows = await db().project.findMany({
    where: { preLabels: true, documents: { some: { annotations: { some: { state: { in: ['submitted', 'accepted'] } } } } } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}
