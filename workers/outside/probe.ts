import { execFile } from 'node:child_process';
import { availableParallelism, totalmem } from 'node:os';
import { promisify } from 'node:util';
import type { Card, WorkerCapabilities } from '@/lib/core/round/capabilities';
import { findTrainerCommand } from './settings';

const run = promisify(execFile);
const probeMs = 120_000;

interface Cards {
  readonly cards: readonly Card[];
  readonly driver: string | null;
  readonly problem: string | null;
}

/** "NVIDIA H100 80GB HBM3, 81559, 575.57.08" a line, memory in MiB. */
export function parseCards(text: string): Omit<Cards, 'problem'> {
  const rows = text
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 3);
  return {
    cards: rows.map(([name = '', mebibytes = '0']) => ({ name, memoryGib: Math.round((Number(mebibytes) / 1024) * 10) / 10 })),
    driver: rows[0]?.[2] ?? null,
  };
}

async function probeCards(): Promise<Cards> {
  try {
    const { stdout } = await run('nvidia-smi', ['--query-gpu=name,memory.total,driver_version', '--format=csv,noheader,nounits'], { timeout: probeMs });
    return { ...parseCards(stdout), problem: null };
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { cards: [], driver: null, problem: isMissing ? null : 'nvidia-smi is there but does not answer; look at the driver' };
  }
}

/** Whether the trainer starts at all; it answers with its presets. */
async function probeTrainer(): Promise<string | null> {
  const command = findTrainerCommand();
  if (!command) return 'the trainer is not installed; run "npm run trainer:install" there';
  try {
    await run(command.program, [...command.args, 'presets'], { timeout: probeMs, maxBuffer: 2 ** 24 });
    return null;
  } catch (error) {
    const { code, stderr = '' } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === 'ENOENT') return `the trainer is missing: ${command.program}; run "npm run trainer:install" there`;
    const said = stderr.trim().split('\n').at(-1) ?? '';
    return `the trainer does not start${said === '' ? '' : `: ${said.slice(0, 200)}`}; run "npm run trainer:install" there`;
  }
}

/** What this machine can do for rounds: cards, driver, trainer, and what is in the way, in words. */
export async function probeCapabilities(): Promise<WorkerCapabilities> {
  const [{ cards, driver, problem }, trainerProblem] = await Promise.all([probeCards(), probeTrainer()]);
  return {
    engines: trainerProblem === null ? ['trl'] : [],
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    cards: [...cards],
    driver,
    problems: [trainerProblem, problem].filter((words) => words !== null),
  };
}
