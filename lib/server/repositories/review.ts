import type { AnnotationState } from '../db/generated/enums';
import { db } from '../db/client';

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

export async function countByState(projectId: string): Promise<Readonly<Record<AnnotationState, number>>> {
  const rows = await db().annotation.groupBy({ by: ['state'], where: { document: { projectId } }, _count: true });
  const of = (state: AnnotationState): number => rows.find((row) => row.state === state)?._count ?? 0;
  return { draft: of('draft'), submitted: of('submitted'), accepted: of('accepted'), returned: of('returned') };
}
