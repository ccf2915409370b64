import { type DbOrTransaction, db } from '../db/client';

interface LeaseWrite {
  readonly documentId: string;
  readonly userId: string;
  readonly until: Date;
}

/**
 * Takes a place of the document if nobody took or gave up one since `claimCount`
 * was read; false where somebody did: nothing was written. One statement: the
 * second of two that name the same count waits for the first, then finds another.
 */
export async function insertSeat({ documentId, userId, until }: LeaseWrite, claimCount: number): Promise<boolean> {
  const written = await db().$executeRaw`
    with claimed as (
      update "QueueItem" set "claimCount" = "claimCount" + 1
      where "documentId" = ${documentId} and "claimCount" = ${claimCount}
      returning "documentId"
    )
    insert into "Lease" ("documentId", "userId", "hasSeat", "until")
    select "documentId", ${userId}, true, ${until.toISOString()}::timestamp(3) from claimed
    on conflict ("documentId", "userId") do update set "hasSeat" = true, "until" = excluded."until", "visitId" = null`;
  return written === 1;
}

/** Prolongs the person's own live seat; false where they hold none, or none any more. */
export async function renewSeat({ documentId, userId, until }: LeaseWrite, now: Date, visitId: string | null | undefined): Promise<boolean> {
  const { count } = await db().lease.updateMany({
    where: { documentId, userId, hasSeat: true, until: { gt: now } },
    data: { until, ...(visitId === undefined ? {} : { visitId }) },
  });
  return count === 1;
}

/** Says that the person looks on, without a place. */
export async function writeVisit({ documentId, userId, until }: LeaseWrite, visitId: string | null | undefined): Promise<void> {
  const state = { hasSeat: false, until, ...(visitId === undefined ? {} : { visitId }) };
  await db().lease.upsert({
    where: { documentId_userId: { documentId, userId } },
    create: { documentId, userId, ...state },
    update: state,
  });
}

export async function nameVisit(documentId: string, userId: string, visitId: string): Promise<void> {
  await db().lease.updateMany({ where: { documentId, userId }, data: { visitId } });
}

/** Ends what this screen kept up; a lease that another screen has taken over stays. */
export async function endVisit(documentId: string, userId: string, visitId: string): Promise<void> {
  await db().lease.deleteMany({ where: { documentId, userId, visitId } });
}

/** Ends the person's lease for good: they submitted or skipped. */
export async function endLease(documentId: string, userId: string, tx: DbOrTransaction = db()): Promise<void> {
  await tx.queueItem.updateMany({ where: { documentId }, data: { claimCount: { increment: 1 } } });
  await tx.lease.deleteMany({ where: { documentId, userId } });
}

/** Who else is at the document now, longest lease first. */
export function findOthersAt(documentId: string, userId: string, now: Date) {
  return db().lease.findMany({
    where: { documentId, userId: { not: userId }, until: { gt: now } },
    orderBy: { until: 'desc' },
    select: { hasSeat: true, user: { select: { name: true } } },
  });
}
