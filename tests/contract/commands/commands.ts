import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { findPython } from '@/scripts/python-checks/find-python';

const fromRoot = (file: string): string => fileURLToPath(new URL(`../../../${file}`, import.meta.url));

/** One of the two commands that score files. */
export interface ScoreCommand {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

/** @param wrapper a module that Node loads first */
export const workbenchCommand = (wrapper?: string): ScoreCommand => ({
  name: 'hundredfold score',
  program: process.execPath,
  args: [...(wrapper ? ['--import', fromRoot(wrapper)] : []), '--import', 'tsx', fromRoot('scripts/hundredfold.ts'), 'score'],
});

const plainMain = 'import sys; from hundredfold_trainer.scoring.command import main; sys.exit(main())';

/** @param program Python text that runs the command; null where this machine has no Python 3.11. */
export function trainerCommand(program = plainMain): ScoreCommand | null {
  const python = findPython();
  return python ? { name: 'hundredfold-score', program: python, args: ['-c', program] } : null;
}

/** Where what a command keeps meanwhile goes. */
interface Start {
  readonly temporary?: string;
  readonly stdio?: StdioOptions;
}

export function start({ program, args }: ScoreCommand, given: readonly string[], { temporary, stdio = 'pipe' }: Start = {}): ChildProcess {
  return spawn(program, [...args, ...given], {
    cwd: fromRoot('.'),
    stdio,
    env: {
      ...process.env,
      PYTHONPATH: fromRoot('trainer/src'),
      PYTHONDONTWRITEBYTECODE: '1',
      ...(temporary ? { TMPDIR: temporary, SQLITE_TMPDIR: temporary } : {}),
    },
  });
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

const said = (stream: Readable | null): Promise<string> | string => (stream ? text(stream) : '');

/** The end of a process, with all that it said. */
export async function endOf(child: ChildProcess): Promise<Ended> {
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const [[code, signal], ...[out, err]] = await Promise.all([closed, ...[child.stdout, child.stderr].map(said)]);
  return { code, signal, out: out ?? '', err: err ?? '' };
}

export const run = (command: ScoreCommand, ...given: readonly string[]): Promise<Ended> => endOf(start(command, given));
