import { localEngine } from '../outside/local-engine';
import { runOutsideAttempt } from '../outside/run-outside-attempt';
import { sweepRunFolders } from '../outside/run-folders';
import type { Handler } from '../handler';
import { holdRound } from '../rounds/hold-round';

/** Runs a round in a trainer's process, or goes on with one that another attempt left. */
export const handle: Handler<'run-outside-round'> = ({ roundId }, { signal, workerId, cards = 0 }) =>
  holdRound(roundId, workerId, cards, (fence) => runOutsideAttempt(fence, signal, localEngine(cards))).finally(() => sweepRunFolders(new Date()));
