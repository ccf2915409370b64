import type { QueueDocument } from '@/lib/core/assignment/seats';
import { Prisma } from '../db/generated/client';
import { db } from '../db/client';

const seatColumns = {
  documentId: true, projectId: true, position: true, claimCount: true, skippedReason: true,
  document: {
    select: {
      goldAnnotationId: true,
      annotations: { select: { annotatorId: true, state: true, revision: true } },
      leases: { select: { userId: true, hasSeat: true, until: true } },
    },
  },
} as const;

/** A document of the queue with the count that its next claim must name. */
export interface ClaimableDocument extends QueueDocument {
  readonly claimCount: number;
}

type SeatRow = Prisma.QueueItemGetPayload<{ select: typeof seatColumns }>;

const toClaimable = ({ document, ...item }: SeatRow): ClaimableDocument => ({
  ...item,
  hasGold: document.goldAnnotationId !== null,
  leases: document.leases,
  annotations: document.annotations,
});

/** What a person might be handed, in order: unsettled documents that they have not handed in, and what came back to them. */
export async function findOfferable(projectId: string, userId: string): Promise<ClaimableDocument[]> {
  const rows = await db().queueItem.findMany({
    where: {
      projectId,
      OR: [
        {
          skippedReason: null,
          document: { goldAnnotationId: null, annotations: { none: { annotatorId: userId, state: { in: ['submitted', 'accepted', 'settled'] } } } },
        },
        { document: { annotations: { some: { annotatorId: userId, state: 'returned' } } } },
      ],
    },
    orderBy: { position: 'asc' },
    select: seatColumns,
  });
  return rows.map(toClaimable);
}

export async function findClaimable(projectId: string, documentId: string): Promise<ClaimableDocument | null> {
  const row = await db().queueItem.findFirst({ where: { documentId, projectId }, select: seatColumns });
  return row && toClaimable(row);
}

export function findQueueItem(projectId: string, documentId: string) {
  return db().queueItem.findFirst({
    where: { documentId, projectId },
    select: { documentId: true, position: true, skippedReason: true },
  });
}

/** Ids and places alone, in order. */
export function findQueuePlaces(projectId: string) {
  return db().queueItem.findMany({
    where: { projectId },
    orderBy: { position: 'asc' },
    select: { documentId: true, position: true },
  });
}

/** Sets or clears the reason why nobody is to label the document. */
export async function setSkipped(documentId: string, skippedReason: string | null, skippedById: string | null): Promise<void> {
  await db().queueItem.updateMany({ where: { documentId }, data: { skippedReason, skippedById } });
}

/** The whole queue in order, with who is at what; no content. */
export function findQueue(projectId: string) {
  return db().queueItem.findMany({
    where: { projectId },
    orderBy: { position: 'asc' },
    select: {
      documentId: true, position: true, skippedReason: true, skippedById: true,
      document: {
        select: {
          name: true, kind: true, pageCount: true, goldAnnotationId: true,
          annotations: {
            orderBy: { id: 'asc' },
            select: { annotatorId: true, state: true, origin: true, revision: true, annotator: { select: { name: true } } },
          },
          leases: { select: { userId: true, hasSeat: true, until: true, user: { select: { name: true } } } },
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
      leases: { none: { hasSeat: true, until: { gt: now } } },
    },
  };
  const [first, left] = await Promise.all([
    db().queueItem.findFirst({ where, orderBy: { position: 'asc' }, select: { documentId: true } }),
    db().queueItem.count({ where }),
  ]);
  return { documentId: first?.documentId ?? null, left };
}
