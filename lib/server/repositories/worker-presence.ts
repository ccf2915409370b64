import { db } from '../db/client';

/** Workers that said something after `since`, the last one heard first. */
export function findWorkers(since: Date) {
  return db().workerPresence.findMany({ where: { seenAt: { gt: since } }, orderBy: [{ seenAt: 'desc' }, { id: 'asc' }] });
}

export interface Presence {
  readonly id: string;
  readonly kind: string;
  readonly capabilities: object;
}

/** Says that a worker is up; the first time it says so, since when. */
export async function savePresence({ id, kind, capabilities }: Presence, now: Date): Promise<void> {
  await db().workerPresence.upsert({
    where: { id },
    create: { id, kind, capabilities, startedAt: now, seenAt: now },
    update: { capabilities, seenAt: now },
  });
}

export async function removePresence(ids: readonly string[]): Promise<void> {
  await db().workerPresence.deleteMany({ where: { id: { in: [...ids] } } });
}
