import { terminalStates } from '@/lib/core/round/state-machine';
import { db } from '../db/client';
import { type Fence, writeAsAttempt } from './round-attempt';

/** Where the work on a Ray cluster stands, as the rows have it. */
export interface RayProgress {
  /** Null where no job is at work for the round. */
  readonly job: string | null;
  /** Bytes of the event file that became events here. */
  readonly eventsRead: number;
  /** Step that the round has reached. */
  readonly step: number;
  /** Since when an earlier attempt has not counted the cards of the job that it let go of; null where there were none to count. */
  readonly cardsCountedUntil: Date | null;
}

export async function findRayProgress({ roundId, attempt }: Fence): Promise<RayProgress> {
  const { rayJob, eventsRead, step } = await db().round.findUniqueOrThrow({
    where: { id: roundId },
    select: { rayJob: true, eventsRead: true, step: true },
  });
  const before = await db().roundAttempt.findFirst({
    where: { roundId, number: { lt: attempt } },
    orderBy: { number: 'desc' },
    select: { heartbeatAt: true, cardSeconds: true },
  });
  return { job: rayJob, eventsRead, step, cardsCountedUntil: before?.cardSeconds ? before.heartbeatAt : null };
}

/** Notes the job before it is submitted, so that whoever comes next knows of it; null where its end was judged. @throws LostClaim */
export async function keepRayJob(fence: Fence, job: string | null): Promise<void> {
  await writeAsAttempt(fence, (tx) => tx.round.update({ where: { id: fence.roundId }, data: { rayJob: job }, select: { id: true } }));
}

/** Jobs that may be at work although their rounds have ended or rest. */
export async function findStrayRayJobs(): Promise<readonly { readonly roundId: string; readonly job: string }[]> {
  const rounds = await db().round.findMany({
    where: { rayJob: { not: null }, state: { in: [...terminalStates, 'paused'] } },
    select: { id: true, rayJob: true },
  });
  return rounds.flatMap(({ id, rayJob }) => (rayJob === null ? [] : [{ roundId: id, job: rayJob }]));
}

/** Those of the ids whose round is over, job and all. */
export async function findEndedRayRounds(ids: readonly string[]): Promise<readonly string[]> {
  const rounds = await db().round.findMany({ where: { id: { in: [...ids] }, rayJob: null, state: { in: [...terminalStates] } }, select: { id: true } });
  return rounds.map(({ id }) => id);
}

/** The end of a stray job was seen. */
export async function forgetRayJob(roundId: string, job: string): Promise<void> {
  await db().round.updateMany({ where: { id: roundId, rayJob: job, state: { in: [...terminalStates, 'paused'] } }, data: { rayJob: null } });
}
