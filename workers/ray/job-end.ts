import type { TrainerExit } from '../outside/spawn-trainer';
import type { RayJob } from './ray-answers';
import { lastLine } from './ray-fault';

const exitOf = (code: number | null, words?: string): TrainerExit => ({
  code,
  signal: null,
  startError: null,
  ...(words === undefined ? {} : { words }),
});

/** `sh` says 137 where its command was killed, and Python −9. */
const killedCodes: ReadonlySet<number | null> = new Set([137, -9]);

/** How a job that is over ended, as a trainer's process would have. */
export function exitOfJob({ status, exitCode, message }: RayJob): TrainerExit {
  if (status === 'SUCCEEDED') return exitOf(0);
  if (status === 'STOPPED') return exitOf(null, 'The Ray job was stopped by somebody else.');
  if (killedCodes.has(exitCode)) return { code: null, signal: 'SIGKILL', startError: null };
  if (exitCode !== null) return exitOf(exitCode, lastLine(message));
  return exitOf(null, `The Ray job broke: ${lastLine(message)}`);
}

/** The cluster does not know the job any more. */
export const lostJob: TrainerExit = exitOf(null, 'The Ray job died with its cluster, which was started anew.');

/** Nobody could say how it ended. */
export const unheardJob = (words: string): TrainerExit => exitOf(null, `The Ray job could not be followed: ${words}.`);
