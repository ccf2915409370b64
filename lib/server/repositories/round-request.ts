import { isTerminal, transition, type RoundState } from '@/lib/core/round/state-machine';
import type { StopRequest } from '@/lib/core/round/stop-request';
import { type DbTransaction, db } from '../db/client';
import { type HeldRound, lockRound } from './round-attempt';
import { ringRound } from './round-bell';

/** Runs a request on the locked row. @returns the state after, or null where there is no such round in the project. */
function onRound(
  projectId: string,
  roundId: string,
  request: (tx: DbTransaction, round: HeldRound) => Promise<RoundState>,
): Promise<RoundState | null> {
  return db().$transaction(async (tx) => {
    if ((await tx.round.count({ where: { id: roundId, projectId } })) === 0) return null;
    const round = await lockRound(tx, roundId);
    if (round) await ringRound(tx, roundId);
    return round && request(tx, round);
  });
}

/**
 * Asks for the end of a round. One that nobody has in hand ends at once; else
 * its worker sees the request at its next look.
 * @returns the state after, or null where there is no such round in the project.
 */
export function requestCancel(projectId: string, roundId: string): Promise<RoundState | null> {
  return onRound(projectId, roundId, async (tx, round) => {
    if (isTerminal(round.state)) return round.state;
    const next = round.isNewestHeard ? round.state : 'cancelled';
    await tx.round.update({
      where: { id: roundId },
      data: {
        cancelRequestedAt: round.cancelRequestedAt ?? new Date(),
        ...(next === 'cancelled' ? { state: next, finishedAt: new Date() } : {}),
      },
    });
    return next;
  });
}

/**
 * Asks a round to leave off in order. One that nobody has in hand is paused at
 * once; nothing has begun there, or what was reached is kept already.
 */
export function requestStop(projectId: string, roundId: string, stopRequest: StopRequest): Promise<RoundState | null> {
  return onRound(projectId, roundId, async (tx, round) => {
    if (isTerminal(round.state) || round.state === 'paused') return round.state;
    const next = round.isNewestHeard || stopRequest !== 'pause' ? round.state : (transition(round.state, { type: 'paused' }) ?? round.state);
    await tx.round.update({ where: { id: roundId }, data: next === 'paused' ? { state: next } : { stopRequest } });
    return next;
  });
}

/** Puts a paused round back into the queue. */
export function requestResume(projectId: string, roundId: string): Promise<RoundState | null> {
  return onRound(projectId, roundId, async (tx, round) => {
    const next = transition(round.state, { type: 'resumed' });
    if (!next) return round.state;
    await tx.round.update({ where: { id: roundId }, data: { state: next, stopRequest: null, failureReason: null } });
    return next;
  });
}
