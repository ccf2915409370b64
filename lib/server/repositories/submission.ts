import { db } from '../db/client';

/** What a person handed in, newest first; no content. */
export async function findSubmissions(projectId: string, annotatorId: string, take: number) {
  const rows = await db().annotation.findMany({
    where: { annotatorId, state: { not: 'draft' }, adjudicatedFrom: { isEmpty: true }, document: { projectId } },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    take,
    select: {
      documentId: true, state: true, submittedAt: true, returnNote: true,
      document: { select: { name: true, kind: true, honeypots: { where: { annotatorId }, select: { ordinal: true } } } },
    },
  });
  return rows.map(({ document: { honeypots, ...document }, ...row }) => ({ ...row, document, isHoneypot: honeypots.length > 0 }));
}
