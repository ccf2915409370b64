import { runOutsideAttempt } from '../outside/run-outside-attempt';
import { rayEngine } from '../ray/ray-engine';
import type { Handler } from '../handler';
import { holdRound } from '../rounds/hold-round';

/** Runs a round on the Ray cluster, or goes on with the job that another attempt left there. */
export const handle: Handler<'run-ray-round'> = ({ roundId }, { signal, workerId }) =>
  holdRound(roundId, workerId, 0, (fence) => runOutsideAttempt(fence, signal, rayEngine()));
