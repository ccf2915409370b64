import { Prisma } from '../db/generated/client';
import type { Split } from '../db/generated/enums';
import { db } from '../db/client';
import { toContent } from './annotation';

const documentColumns = {
  id: true, name: true, kind: true, groupKey: true, split: true, suite: true, pageCount: true, contentHash: true,
  goldAnnotationId: true,
} as const;

/** Documents with gold after the id given, in id order, with what their gold says (asked for by name). */
export async function findGoldPage(projectId: string, splits: readonly Split[], after: string | null, take: number) {
  const documents = await db().document.findMany({
    where: {
      projectId,
      split: { in: [...splits] },
      goldAnnotationId: { not: null },
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take,
    select: documentColumns,
  });
  const annotations = await db().annotation.findMany({
    where: { id: { in: documents.flatMap(({ goldAnnotationId }) => goldAnnotationId ?? []) }, state: 'accepted' },
    select: {
      id: true, origin: true, revision: true, reviewedAt: true, submittedAt: true,
      record: true, evidence: true, provenance: true,
      schemaVersion: { select: { number: true, hash: true } },
    },
  });
  const byId = new Map(annotations.map((annotation) => [annotation.id, { ...annotation, content: toContent(annotation) }]));
  return documents.map(({ goldAnnotationId, ...document }) => ({
    ...document,
    annotation: (goldAnnotationId && byId.get(goldAnnotationId)) || null,
  }));
}

/** Documents with gold by split and by who made it. */
export async function countGold(projectId: string) {
  const rows = await db().$queryRaw<{ split: Split; origin: string; count: number }[]>(Prisma.sql`
    select d."split"::text as "split", a."origin"::text as "origin", count(*)::int as "count"
    from "Document" d join "Annotation" a on a."id" = d."goldAnnotationId" and a."state" = 'accepted'
    where d."projectId" = ${projectId}
    group by d."split", a."origin" order by d."split", a."origin"`);
  return rows;
}
