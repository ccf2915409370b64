import { db } from '../db/client';

/** Workers that said something after `since`, the last one heard first. */
export function findWorkers(since: Date) {
  return db().workerPresence.findMany({ where: { seenAt: { gt: since } }, orderBy: [{ seenAt: 'desc' }, { id: 'asc' }] });
}
