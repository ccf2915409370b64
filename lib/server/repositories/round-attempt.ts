import {
  isTerminal,
  transition,
  type RoundState,
  type RoundTransition,
} from '@/lib/core/round/state-machine';
import { readStopRequest, type StopRequest } from '@/lib/core/round/stop-request';
import { type DbTransaction, db } from '../db/client';
import { ringRound } from './round-bell';

/** A worker that has not been heard of for so long is taken for dead. */
export const attemptSilenceMs = 10_000;

/** Another attempt has the round, or it has ended: whoever holds this stops and writes nothing more. */
export class LostClaim extends Error {
  override readonly name = 'LostClaim';
}

/** A worker that trains shares its event loop with this: wait rather than lose an attempt. */
const patient = { maxWait: 15_000, timeout: 30_000 } as const;

export interface HeldRound {
  readonly state: RoundState;
  readonly newest: number | null;
  readonly isNewestHeard: boolean;
  readonly cancelRequestedAt: Date | null;
  readonly stopRequest: string | null;
}

/** The round's row, locked until the transaction ends: claims and fenced writes queue up here. */
export async function lockRound(tx: DbTransaction, roundId: string): Promise<HeldRound | null> {
  const rows = await tx.$queryRaw<HeldRound[]>`
    select r.state::text as state, r."cancelRequestedAt", r."stopRequest", a.number as newest,
      coalesce(a."endedAt" is null and a."heartbeatAt" > (now() at time zone 'utc') - make_interval(secs => ${attemptSilenceMs / 1000}), false)
        as "isNewestHeard"
    from (select * from "Round" where id = ${roundId} for update) r
    left join lateral (
      select * from "RoundAttempt" where "roundId" = r.id order by number desc limit 1
    ) a on true`;
  return rows[0] ?? null;
}

/** The columns that go with a transition. */
function columnsOf(state: RoundState, event: RoundTransition): object {
  return {
    state,
    ...(isTerminal(state) ? { finishedAt: new Date() } : {}),
    ...(event.type === 'failed' ? { failureReason: event.reason } : {}),
  };
}

export type Claim =
  | { readonly kind: 'claimed'; readonly attempt: number }
  /** Another attempt is alive: ring again later. */
  | { readonly kind: 'held' }
  /** There is nothing to run. */
  | { readonly kind: 'over' };

/**
 * Takes the round: the next attempt number is the fencing token. Refuses where
 * it has ended or where another attempt was heard of lately.
 * @param cards that the attempt holds, for the count of card-hours.
 */
export function claimRound(roundId: string, workerId: string, cards = 0): Promise<Claim> {
  return db().$transaction(async (tx): Promise<Claim> => {
    const round = await lockRound(tx, roundId);
    const next = round && transition(round.state, { type: 'claimed' });
    if (!round || !next) return { kind: 'over' };
    if (round.isNewestHeard) return { kind: 'held' };
    const attempt = (round.newest ?? 0) + 1;
    await tx.roundAttempt.updateMany({
      where: { roundId, endedAt: null },
      data: { endedAt: new Date(), outcome: 'lost' },
    });
    await tx.roundAttempt.create({ data: { roundId, number: attempt, workerId, cards } });
    const first = attempt === 1 ? { startedAt: new Date() } : {};
    await tx.round.update({ where: { id: roundId }, data: { ...columnsOf(next, { type: 'claimed' }), ...first } });
    await ringRound(tx, roundId);
    return { kind: 'claimed', attempt };
  }, patient);
}

/** Workers that have an attempt in hand, as the rows have it. */
export async function findAttemptWorkers(): Promise<readonly string[]> {
  const open = await db().roundAttempt.findMany({ where: { endedAt: null }, distinct: ['workerId'], select: { workerId: true } });
  return open.map(({ workerId }) => workerId);
}

/** Ends the attempts of workers that are known to be dead, so that their rounds need not wait for the silence. */
export async function releaseAttempts(deadWorkerIds: readonly string[]): Promise<void> {
  await db().roundAttempt.updateMany({
    where: { endedAt: null, workerId: { in: [...deadWorkerIds] } },
    data: { endedAt: new Date(), outcome: 'lost' },
  });
}

/** What an attempt may do to its round; every call is refused once the claim is lost. */
export interface Fence {
  readonly roundId: string;
  readonly attempt: number;
}

/** The round as an attempt finds it when it writes: what people ask of it stands there. */
export interface HeldState {
  readonly state: RoundState;
  readonly isCancelRequested: boolean;
  readonly stopRequest: StopRequest | null;
}

/**
 * Runs writes of an attempt in one transaction, only while it is the newest and
 * the round has not ended.
 * @throws LostClaim
 */
export function writeAsAttempt<T>(
  { roundId, attempt }: Fence,
  write: (tx: DbTransaction, round: HeldState) => Promise<T>,
): Promise<T> {
  return db().$transaction(async (tx) => {
    const round = await lockRound(tx, roundId);
    if (!round || round.newest !== attempt || isTerminal(round.state) || round.state === 'paused') {
      throw new LostClaim(`attempt ${attempt} of round ${roundId} no longer holds it`);
    }
    return write(tx, {
      state: round.state,
      isCancelRequested: round.cancelRequestedAt !== null,
      stopRequest: readStopRequest(round.stopRequest),
    });
  }, patient);
}

/** Moves the round on. @throws LostClaim, also where the diagram has no such step. */
export function moveRound(fence: Fence, event: RoundTransition, columns: object = {}): Promise<RoundState> {
  return writeAsAttempt(fence, async (tx, round) => {
    const next = transition(round.state, event);
    if (!next) throw new LostClaim(`round ${fence.roundId} is ${round.state}: ${event.type} cannot happen`);
    await tx.round.update({ where: { id: fence.roundId }, data: { ...columns, ...columnsOf(next, event) } });
    await ringRound(tx, fence.roundId);
    if (isTerminal(next) || event.type === 'worker-lost' || event.type === 'paused') {
      await tx.roundAttempt.update({
        where: { roundId_number: { roundId: fence.roundId, number: fence.attempt } },
        data: { endedAt: new Date(), outcome: next },
      });
    }
    return next;
  });
}

/** The attempt's sign of life, by the database's clock. */
export async function touchAttempt(tx: DbTransaction, { roundId, attempt }: Fence): Promise<void> {
  await tx.$executeRaw`
    update "RoundAttempt" set "heartbeatAt" = now() at time zone 'utc'
    where "roundId" = ${roundId} and number = ${attempt}`;
}

/** What an attempt notes of itself beside its events. */
export interface AttemptMarks {
  /** Bytes of the round's event file that became events here. */
  readonly eventsRead?: number;
  readonly cards?: number;
  /** What the attempt's cards took, where it does not hold them all the time. */
  readonly cardSeconds?: number;
}

export async function markAttempt(tx: DbTransaction, { roundId, attempt }: Fence, { eventsRead, ...columns }: AttemptMarks): Promise<void> {
  if (eventsRead !== undefined) await tx.round.update({ where: { id: roundId }, data: { eventsRead }, select: { id: true } });
  if (Object.keys(columns).length > 0) {
    await tx.roundAttempt.update({ where: { roundId_number: { roundId, number: attempt } }, data: columns });
  }
}

interface AttemptTime {
  readonly startedAt: Date;
  readonly heartbeatAt: Date;
}
const secondsOf = ({ startedAt, heartbeatAt }: AttemptTime): number => (heartbeatAt.getTime() - startedAt.getTime()) / 1000;

/** Seconds of an attempt times the cards that it held. */
export const cardSecondsOf = (attempt: AttemptTime & { readonly cards: number; readonly cardSeconds: number | null }): number =>
  attempt.cardSeconds ?? secondsOf(attempt) * attempt.cards;

/** What the attempts of a round took so far, in seconds: of machines, and of machines times their cards. */
export async function findAttemptSeconds(roundId: string): Promise<{ readonly seconds: number; readonly cardSeconds: number }> {
  const attempts = await db().roundAttempt.findMany({
    where: { roundId },
    select: { startedAt: true, heartbeatAt: true, cards: true, cardSeconds: true },
  });
  return {
    seconds: attempts.reduce((sum, one) => sum + secondsOf(one), 0),
    cardSeconds: attempts.reduce((sum, one) => sum + cardSecondsOf(one), 0),
  };
}
