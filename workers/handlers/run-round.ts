import type { Handler } from '../handler';
import { holdRound } from '../rounds/hold-round';
import { runAttempt } from '../rounds/run-attempt';

/** Runs a round of the embedded engine, or goes on with one that another attempt left. */
export const handle: Handler<'run-round'> = ({ roundId }, { signal, workerId }) =>
  holdRound(roundId, workerId, 0, (fence) => runAttempt(fence, signal));
