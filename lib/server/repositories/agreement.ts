import { db } from '../db/client';
import { toContent } from './annotation';

const contentColumns = {
  id: true, annotatorId: true, record: true, evidence: true, provenance: true,
  schemaVersion: { select: { id: true, number: true, schema: true } },
} as const;

/**
 * What people handed in, and gold, of every document that somebody labelled
 * here: asked for by name (invariant 11). Machines, adjudications and answers
 * to honeypots are no opinion of an annotator.
 */
export async function readOpinions(projectId: string) {
  const documents = await db().document.findMany({
    where: { projectId, annotations: { some: { state: { not: 'draft' }, origin: 'person' } } },
    orderBy: { id: 'asc' },
    select: {
      id: true, goldAnnotationId: true,
      honeypots: { select: { annotatorId: true } },
      annotations: {
        where: { state: { not: 'draft' } },
        orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
        select: { ...contentColumns, origin: true, adjudicatedFrom: true },
      },
    },
  });
  return documents.map(({ id, goldAnnotationId, honeypots, annotations }) => {
    const read = annotations.map((row) => ({ ...row, content: toContent(row) }));
    const isOpinion = ({ origin, adjudicatedFrom, annotatorId }: (typeof read)[number]): boolean =>
      origin === 'person' && adjudicatedFrom.length === 0 && !honeypots.some((honeypot) => honeypot.annotatorId === annotatorId);
    return { id, sides: read.filter(isOpinion), gold: read.find((row) => row.id === goldAnnotationId) ?? null };
  });
}
