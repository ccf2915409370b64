import type { AnnotationOrigin, AnnotationState } from '@/lib/core/annotation/contract';
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

interface Window {
  /** Places behind this one only; null for all. */
  readonly behind: number | null;
  readonly most: number;
}

/** What a person might be handed, in order: unsettled documents that they have not handed in. */
export async function findOfferable(projectId: string, userId: string, { behind, most }: Window): Promise<ClaimableDocument[]> {
  const rows = await db().queueItem.findMany({
    where: {
      projectId,
      skippedReason: null,
      ...(behind === null ? {} : { position: { gt: Math.floor(behind) } }),
      document: { goldAnnotationId: null, annotations: { none: { annotatorId: userId, state: { in: ['submitted', 'accepted', 'settled'] } } } },
    },
    orderBy: { position: 'asc' },
    take: most,
    select: seatColumns,
  });
  return rows.map(toClaimable);
}

/** What reviewers sent back to a person, in order. */
export async function findReturned(projectId: string, userId: string): Promise<ClaimableDocument[]> {
  const rows = await db().queueItem.findMany({
    where: { projectId, document: { annotations: { some: { annotatorId: userId, state: 'returned' } } } },
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

/**
 * What stands beside a place of the queue, without some documents, and how many there are.
 * @param position may lie between two places, as a honeypot does; the column holds whole numbers
 */
export async function findAround(projectId: string, position: number, without: readonly string[]) {
  const [before, behind] = [{ lt: Math.ceil(position) }, { gt: Math.floor(position) }];
  const where = { projectId, documentId: { notIn: [...without] } };
  const select = { documentId: true, position: true } as const;
  const [previous, next, countBefore, all] = await Promise.all([
    db().queueItem.findFirst({ where: { ...where, position: before }, orderBy: { position: 'desc' }, select }),
    db().queueItem.findFirst({ where: { ...where, position: behind }, orderBy: { position: 'asc' }, select }),
    db().queueItem.count({ where: { ...where, position: before } }),
    db().queueItem.count({ where }),
  ]);
  return { previous, next, before: countBefore, all };
}

/** Sets or clears the reason why nobody is to label the document. */
export async function setSkipped(documentId: string, skippedReason: string | null, skippedById: string | null): Promise<void> {
  await db().queueItem.updateMany({ where: { documentId }, data: { skippedReason, skippedById } });
}

interface AnnotationInQueue {
  readonly annotatorId: string;
  readonly annotatorName: string;
  readonly state: AnnotationState;
  readonly origin: AnnotationOrigin;
  readonly revision: number;
}

interface LeaseInQueue {
  readonly userId: string;
  readonly userName: string;
  readonly hasSeat: boolean;
  /** Milliseconds since 1970. */
  readonly until: number;
}

interface StoredQueueRow {
  readonly documentId: string;
  readonly position: number;
  readonly skippedReason: string | null;
  readonly skippedById: string | null;
  readonly name: string;
  readonly kind: string | null;
  readonly pageCount: number;
  readonly hasGold: boolean;
  readonly annotations: readonly AnnotationInQueue[];
  readonly leases: readonly LeaseInQueue[];
}

/**
 * The whole queue in order, with who is at what; no content. One statement: asked for
 * by every list that is open, it must not fetch thousands of rows by their ids.
 */
export async function findQueue(projectId: string) {
  const rows = await db().$queryRaw<StoredQueueRow[]>`
    select q."documentId", q."position", q."skippedReason", q."skippedById",
      d."name", d."kind", d."pageCount", d."goldAnnotationId" is not null as "hasGold",
      coalesce(a.list, '[]') as "annotations", coalesce(l.list, '[]') as "leases"
    from "QueueItem" q
    join "Document" d on d."id" = q."documentId"
    left join (
      select a."documentId", json_agg(json_build_object(
        'annotatorId', a."annotatorId", 'annotatorName', u."name", 'state', a."state", 'origin', a."origin", 'revision', a."revision"
      ) order by a."id") as list
      from "Annotation" a join "User" u on u."id" = a."annotatorId" join "QueueItem" i on i."documentId" = a."documentId"
      where i."projectId" = ${projectId} group by 1
    ) a on a."documentId" = q."documentId"
    left join (
      select l."documentId", json_agg(json_build_object(
        'userId', l."userId", 'userName', u."name", 'hasSeat', l."hasSeat", 'until', extract(epoch from l."until") * 1000
      )) as list
      from "Lease" l join "User" u on u."id" = l."userId" join "QueueItem" i on i."documentId" = l."documentId"
      where i."projectId" = ${projectId} group by 1
    ) l on l."documentId" = q."documentId"
    where q."projectId" = ${projectId}
    order by q."position"`;
  return rows.map(({ leases, ...row }) => ({ ...row, leases: leases.map(({ until, ...lease }) => ({ ...lease, until: new Date(until) })) }));
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
