import { activeStates } from '@/lib/core/round/state-machine';
import { db } from '../db/client';

/** Documents that are not read yet, with whether somebody had begun. */
export function findUnreadDocuments() {
  return db().document.findMany({
    where: { readState: { in: ['waiting', 'reading'] } },
    select: { id: true, readState: true },
    orderBy: { id: 'asc' },
  });
}

/**
 * Rounds that have not ended and that no attempt works on: none was made, the
 * newest has ended, or nothing was heard of it since `heardSince`.
 */
export async function findUnheldRounds(heardSince: Date) {
  const rounds = await db().round.findMany({
    where: { state: { in: [...activeStates] } },
    select: {
      id: true, engine: true,
      attempts: { orderBy: { number: 'desc' }, take: 1, select: { number: true, endedAt: true, heartbeatAt: true } },
    },
    orderBy: { id: 'asc' },
  });
  return rounds.flatMap(({ id, engine, attempts: [newest] }) =>
    !newest || newest.endedAt !== null || newest.heartbeatAt < heardSince ? [{ id, engine, attempts: newest?.number ?? 0 }] : [],
  );
}

/** Checkpoints made since then that no evaluation was written for, and that are not known to be broken. */
export function findUnevaluatedCheckpoints(since: Date) {
  return db().checkpoint.findMany({
    where: { createdAt: { gt: since }, problem: null, evaluations: { none: {} } },
    select: { id: true, engine: true },
    orderBy: { id: 'asc' },
  });
}
