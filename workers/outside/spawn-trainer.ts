import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program and its first arguments; what to do comes after them. */
export interface TrainerCommand {
  readonly program: string;
  readonly args: readonly string[];
}

export interface TrainerExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Why it could not be started; null where it was. */
  readonly startError: string | null;
  /** What whoever ran it says of the end, where code and signal say too little. */
  readonly words?: string;
}

export interface TrainerProcess {
  readonly ask: (signal: 'SIGTERM' | 'SIGUSR1') => void;
  /** Ends it and whatever it started, at once. */
  readonly kill: () => void;
  /** Leaves it at work, for another worker to take up; not there where it ends with this worker. */
  readonly letGo?: () => void;
  /** When it is gone and every line was handed over. */
  readonly ended: Promise<TrainerExit>;
}

/** What an event line is for: all of it; only what the journal lacks; only what the end is judged by. */
export type LineUse = 'all' | 'journal' | 'judgement';

export interface TrainerListeners {
  /** A line of stdout: an event. */
  readonly onLine: (line: string, use?: LineUse) => void;
  /** A line of stderr: what its libraries print. */
  readonly onOutput: (line: string) => void;
}

function signalTo(child: ChildProcess, signal: NodeJS.Signals, isGroup: boolean): void {
  if (child.pid === undefined) return;
  try {
    process.kill(isGroup ? -child.pid : child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * Starts the trainer in a process group of its own: Ctrl-C in a terminal reaches
 * the worker alone, which stops it in order. Its stdout ends with the worker, so
 * that a trainer whose worker was killed notices and stops.
 */
export function spawnTrainer({ program, args }: TrainerCommand, more: readonly string[], { onLine, onOutput }: TrainerListeners): TrainerProcess {
  const child = spawn(program, [...args, ...more], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  createInterface({ input: child.stdout }).on('line', (line) => onLine(line));
  createInterface({ input: child.stderr }).on('line', onOutput);
  const ended = new Promise<TrainerExit>((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => resolve({ code: null, signal: null, startError: error.code ?? error.message }));
    child.once('close', (code, signal) => resolve({ code, signal, startError: null }));
  });
  return {
    ask: (signal) => signalTo(child, signal, false),
    kill: () => signalTo(child, 'SIGKILL', true),
    ended,
  };
}
