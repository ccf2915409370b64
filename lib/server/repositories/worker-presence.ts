import type { WorkerKind } from '@/lib/core/round/capabilities';
import { db } from '../db/client';

/** A worker says that it is there every few seconds; silent for this long, it is not. */
export const presenceSilenceMs = 20_000;

/** Workers that said something after `since`, the last one heard first; of one kind where named. */
export function findWorkers(since: Date, kind?: WorkerKind) {
  return db().workerPresence.findMany({ where: { seenAt: { gt: since }, ...(kind ? { kind } : {}) }, orderBy: [{ seenAt: 'desc' }, { id: 'asc' }] });
}

export interface Presence {
  readonly id: string;
  readonly kind: WorkerKind;
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
