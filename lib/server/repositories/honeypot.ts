import type { Prisma } from '../db/generated/client';
import { type DbOrTransaction, db } from '../db/client';

/** A person's honeypots with what they have made of each; no content. */
export async function findHoneypots(projectId: string, annotatorId: string) {
  const rows = await db().honeypot.findMany({
    where: { projectId, annotatorId },
    orderBy: { ordinal: 'asc' },
    select: {
      documentId: true, position: true, ordinal: true, skippedReason: true,
      document: {
        select: {
          name: true, kind: true, pageCount: true,
          annotations: { where: { annotatorId }, select: { state: true, revision: true } },
        },
      },
    },
  });
  return rows.map(({ document: { annotations, ...document }, ...row }) => ({ ...row, ...document, annotation: annotations[0] ?? null }));
}
export type HoneypotRow = Awaited<ReturnType<typeof findHoneypots>>[number];

export function findHoneypot(projectId: string, documentId: string, annotatorId: string) {
  return db().honeypot.findFirst({
    where: { projectId, documentId, annotatorId },
    select: { documentId: true, skippedReason: true, answeredAt: true },
  });
}

/** Documents whose gold may be asked about. Those of a test are nobody's honeypot. */
const honeypotPool = (projectId: string): Prisma.DocumentWhereInput => ({
  projectId,
  split: { in: ['pool', 'seed', 'validation'] },
  readState: 'read',
  goldAnnotationId: { not: null },
});

export const countHoneypotPool = (projectId: string): Promise<number> => db().document.count({ where: honeypotPool(projectId) });

/** Those of them that the person has not seen in labelling or review, by id. */
export async function findHoneypotCandidates(projectId: string, annotatorId: string): Promise<string[]> {
  const rows = await db().document.findMany({
    where: {
      ...honeypotPool(projectId),
      annotations: { none: { OR: [{ annotatorId }, { reviewedById: annotatorId }] } },
      honeypots: { none: { annotatorId } },
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** How many documents of the project the person has handed in. */
export const countAnswers = (projectId: string, annotatorId: string): Promise<number> =>
  db().annotation.count({ where: { annotatorId, state: { not: 'draft' }, document: { projectId } } });

interface NewHoneypot {
  readonly documentId: string;
  readonly annotatorId: string;
  readonly projectId: string;
  readonly ordinal: number;
  readonly position: number;
}

/** False where this turn has its honeypot already, or the document was one before. */
export async function insertHoneypot(honeypot: NewHoneypot): Promise<boolean> {
  const { count } = await db().honeypot.createMany({ data: [honeypot], skipDuplicates: true });
  return count === 1;
}

export const setHoneypotSkipped = async (documentId: string, annotatorId: string, skippedReason: string | null): Promise<void> => {
  await db().honeypot.updateMany({ where: { documentId, annotatorId }, data: { skippedReason } });
};

interface HoneypotScore {
  readonly goldAnnotationId: string;
  readonly scoringVersion: string;
  readonly matched: number | null;
  readonly predicted: number | null;
  readonly gold: number | null;
  readonly unscorable: string | null;
}

/** Records the first answer; a later one changes nothing. */
export async function recordHoneypotScore(
  tx: DbOrTransaction,
  at: { readonly documentId: string; readonly annotatorId: string; readonly answeredAt: Date },
  score: HoneypotScore,
): Promise<void> {
  const { documentId, annotatorId, answeredAt } = at;
  await tx.honeypot.updateMany({ where: { documentId, annotatorId, answeredAt: null }, data: { answeredAt, ...score } });
}

/** Counts of scored answers by annotator: for leads. */
export async function sumHoneypotScores(projectId: string) {
  const [given, answered] = await Promise.all([
    db().honeypot.groupBy({ by: ['annotatorId'], where: { projectId }, _count: true }),
    db().honeypot.groupBy({
      by: ['annotatorId'],
      where: { projectId, matched: { not: null } },
      _count: true,
      _sum: { matched: true, predicted: true, gold: true },
    }),
  ]);
  const byAnnotator = new Map(answered.map((row) => [row.annotatorId, row]));
  return given.map(({ annotatorId, _count }) => {
    const row = byAnnotator.get(annotatorId);
    return {
      annotatorId,
      given: _count,
      answered: row?._count ?? 0,
      matched: row?._sum.matched ?? 0,
      predicted: row?._sum.predicted ?? 0,
      gold: row?._sum.gold ?? 0,
    };
  });
}
