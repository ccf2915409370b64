import { UnrecoverableError } from 'bullmq';
import { isAppError } from '@/lib/core/errors/app-error';
import { log } from '@/lib/server/logging/log';
import { claimRound, type Fence, LostClaim, moveRound } from '@/lib/server/repositories/round-attempt';
import type { Handler } from '../handler';
import { runAttempt } from '../rounds/run-attempt';
import { CancelSeen, Interrupted } from '../rounds/stops';

/** An unexpected error may pass with another try; after so many it will not. */
const mostAttempts = 8;

/** Tells the row how the attempt ended. @throws what should make the queue ring again, or never. */
async function settle(fence: Fence, error: unknown): Promise<void> {
  const { roundId, attempt } = fence;
  if (error instanceof LostClaim) {
    log().warn({ roundId, attempt }, 'lost its claim and wrote nothing more');
    return;
  }
  if (error instanceof CancelSeen) {
    await moveRound(fence, { type: 'cancelled' });
    return;
  }
  if (error instanceof Interrupted) {
    await moveRound(fence, { type: 'worker-lost' });
    throw error;
  }
  log().error({ roundId, attempt, err: error }, 'attempt failed');
  if (!isAppError(error) && attempt < mostAttempts) {
    await moveRound(fence, { type: 'worker-lost' });
    throw error;
  }
  const reason = isAppError(error) ? error.message : `It stopped ${attempt} times on an unexpected error; see the worker's log.`;
  await moveRound(fence, { type: 'failed', reason });
  throw new UnrecoverableError(reason);
}

/** Runs a round, or goes on with one that another attempt left. */
export const handle: Handler<'run-round'> = async ({ roundId }, { signal, workerId }) => {
  const claim = await claimRound(roundId, workerId);
  if (claim.kind === 'over') return;
  if (claim.kind === 'held') throw new Error(`round ${roundId} is in another worker's hands; looking again later`);
  const fence = { roundId, attempt: claim.attempt };
  try {
    await runAttempt(fence, signal);
  } catch (error) {
    try {
      await settle(fence, error);
    } catch (settled) {
      if (!(settled instanceof LostClaim)) throw settled;
    }
  }
};
