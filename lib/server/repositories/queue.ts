import { Prisma } from '../db/generated/client';
import { type DbOrTransaction, db } from '../db/client';

/** How long a lease holds without a save, in milliseconds. */
export const leaseMs = 15 * 60 * 1000;

const freeFor = (userId: string, now: Date): Prisma.QueueItemWhereInput => ({
  OR: [{ assigneeId: userId }, { assigneeId: null }, { leaseUntil: null }, { leaseUntil: { lt: now } }],
});

/** What a person may be given: not skipped, not finished by anybody, not leased to somebody else. */
const openTo = (projectId: string, userId: string, now: Date): Prisma.QueueItemWhereInput => ({
  projectId,
  skippedReason: null,
  document: { goldAnnotationId: null, annotations: { none: { state: { in: ['submitted', 'accepted'] } } } },
  ...freeFor(userId, now),
});

/** The first open items behind a position, in the order of the queue. */
export async function findOpenItems(projectId: string, userId: string, now: Date, after: number, take: number): Promise<string[]> {
  const rows = await db().queueItem.findMany({
    where: { ...openTo(projectId, userId, now), position: { gt: after } },
    orderBy: { position: 'asc' },
    take,
    select: { documentId: true },
  });
  return rows.map(({ documentId }) => documentId);
}

/** What a reviewer sent back to the person, in the order of the queue. */
export async function findReturnedItems(projectId: string, userId: string): Promise<string[]> {
  const rows = await db().queueItem.findMany({
    where: { projectId, document: { annotations: { some: { annotatorId: userId, state: 'returned' } } } },
    orderBy: { position: 'asc' },
    select: { documentId: true },
  });
  return rows.map(({ documentId }) => documentId);
}

/** Takes or prolongs the lease; false where somebody else holds it. */
export async function claimLease(documentId: string, userId: string, now: Date, tx: DbOrTransaction = db()): Promise<boolean> {
  const { count } = await tx.queueItem.updateMany({
    where: { documentId, ...freeFor(userId, now) },
    data: { assigneeId: userId, leaseUntil: new Date(now.getTime() + leaseMs) },
  });
  return count === 1;
}

export async function releaseLease(documentId: string, userId: string, tx: DbOrTransaction = db()): Promise<void> {
  await tx.queueItem.updateMany({ where: { documentId, assigneeId: userId }, data: { leaseUntil: null } });
}

export function findQueueItem(projectId: string, documentId: string) {
  return db().queueItem.findFirst({
    where: { documentId, projectId },
    select: { documentId: true, position: true, assigneeId: true, leaseUntil: true, skippedReason: true },
  });
}

export const countQueue = (projectId: string): Promise<number> => db().queueItem.count({ where: { projectId } });

/** The documents just before and just behind a position. */
export async function findNeighbours(projectId: string, position: number) {
  const select = { documentId: true } as const;
  const [before, behind, ahead] = await Promise.all([
    db().queueItem.findFirst({ where: { projectId, position: { lt: position } }, orderBy: { position: 'desc' }, select }),
    db().queueItem.findFirst({ where: { projectId, position: { gt: position } }, orderBy: { position: 'asc' }, select }),
    db().queueItem.count({ where: { projectId, position: { lt: position } } }),
  ]);
  return { previousId: before?.documentId ?? null, nextId: behind?.documentId ?? null, position: ahead + 1 };
}

/** Sets or clears the reason; the lease ends either way. */
export async function setSkipped(documentId: string, skippedReason: string | null): Promise<void> {
  await db().queueItem.updateMany({ where: { documentId }, data: { skippedReason, leaseUntil: null } });
}

/** The whole queue in order, with who is at what; no content. */
export function findQueue(projectId: string) {
  return db().queueItem.findMany({
    where: { projectId },
    orderBy: { position: 'asc' },
    select: {
      documentId: true, position: true, assigneeId: true, leaseUntil: true, skippedReason: true,
      document: {
        select: {
          name: true, kind: true, pageCount: true,
          annotations: { select: { annotatorId: true, state: true, origin: true, revision: true, annotator: { select: { name: true } } } },
        },
      },
    },
  });
}
export type QueueRow = Awaited<ReturnType<typeof findQueue>>[number];

/** Items with given gold that nobody has begun: what the simulated annotator may label. */
export async function findSimulatable(projectId: string, now: Date) {
  const where: Prisma.QueueItemWhereInput = {
    projectId,
    skippedReason: null,
    document: {
      givenGold: { not: Prisma.DbNull },
      goldAnnotationId: null,
      annotations: { none: { OR: [{ state: { not: 'draft' } }, { revision: { gt: 0 } }] } },
    },
    OR: [{ assigneeId: null }, { leaseUntil: null }, { leaseUntil: { lt: now } }],
  };
  const [first, left] = await Promise.all([
    db().queueItem.findFirst({ where, orderBy: { position: 'asc' }, select: { documentId: true } }),
    db().queueItem.count({ where }),
  ]);
  return { documentId: first?.documentId ?? null, left };
}
