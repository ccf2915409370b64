import { UnrecoverableError } from 'bullmq';
import { isAppError } from '@/lib/core/errors/app-error';
import { log } from '@/lib/server/logging/log';
import { claimRound, type Fence, LostClaim, moveRound } from '@/lib/server/repositories/round-attempt';
import { findFurthestAttempt } from '@/lib/server/repositories/round-event';
import { removeTrainingStates } from '@/lib/server/rounds/training-states';
import { CancelSeen, Interrupted, PassingFault, PauseSeen } from './stops';

/** An unexpected error may pass with another try; after so many it will not. */
const mostAttempts = 8;

/** So many attempts in a row that came no further than one before: the next would not either. */
const mostInVain = 3;

async function isStuck({ roundId, attempt }: Fence): Promise<boolean> {
  return attempt - (await findFurthestAttempt(roundId)) >= mostInVain - 1;
}

/** Nobody goes on with a round that has ended. That its states are still there harms nobody. */
async function forgetStates(roundId: string): Promise<void> {
  await removeTrainingStates(roundId).catch((error: unknown) => log().warn({ err: error, roundId }, 'states could not be removed'));
}

/** Tells the row how the attempt ended. @throws what should make the queue ring again, or never. */
async function settle(fence: Fence, error: unknown): Promise<void> {
  const { roundId, attempt } = fence;
  if (error instanceof LostClaim) {
    log().warn({ roundId, attempt }, 'lost its claim and wrote nothing more');
    return;
  }
  if (error instanceof CancelSeen) {
    await moveRound(fence, { type: 'cancelled' });
    await forgetStates(roundId);
    return;
  }
  if (error instanceof PauseSeen) {
    await moveRound(fence, { type: 'paused' }, { stopRequest: null, failureReason: error.reason });
    return;
  }
  if (error instanceof Interrupted) {
    await moveRound(fence, { type: 'worker-lost' });
    throw error;
  }
  log().error({ roundId, attempt, err: error }, 'attempt failed');
  if (!isAppError(error) && attempt < mostAttempts && !(error instanceof PassingFault && (await isStuck(fence)))) {
    await moveRound(fence, { type: 'worker-lost' });
    throw error;
  }
  const isInWords = isAppError(error) || error instanceof PassingFault;
  const reason = isInWords ? error.message : `It stopped ${attempt} times on an unexpected error; see the worker's log.`;
  await moveRound(fence, { type: 'failed', reason });
  await forgetStates(roundId);
  throw new UnrecoverableError(reason);
}

/**
 * Claims a round, runs one attempt of it and tells the row how that ended.
 * @param cards that the attempt holds.
 * @throws what should make the queue ring again, or never.
 */
export async function holdRound(
  roundId: string,
  workerId: string,
  cards: number,
  attempt: (fence: Fence) => Promise<void>,
): Promise<void> {
  const claim = await claimRound(roundId, workerId, cards);
  if (claim.kind === 'over') return;
  if (claim.kind === 'held') throw new Error(`round ${roundId} is in another worker's hands; looking again later`);
  const fence = { roundId, attempt: claim.attempt };
  try {
    await attempt(fence);
  } catch (error) {
    try {
      await settle(fence, error);
    } catch (settled) {
      if (!(settled instanceof LostClaim)) throw settled;
    }
  }
}
