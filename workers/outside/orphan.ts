import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { log } from '@/lib/server/logging/log';

const lookMs = 200;

/** The command line of a process; null where there is none, or none can be read. */
async function commandLineOf(pid: number): Promise<string | null> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
  } catch {
    return null;
  }
}

/** The trainer that holds the folder's lock; its folder in the command line tells it from a later process of that pid. */
async function findTrainer(folder: string): Promise<number | null> {
  let text: string;
  try {
    text = await readFile(path.join(folder, 'trainer.lock'), 'utf8');
  } catch {
    return null;
  }
  const pid = Number.parseInt(text, 10);
  if (!Number.isInteger(pid) || pid <= 1) return null;
  return (await commandLineOf(pid))?.includes(folder) ? pid : null;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * Ends a trainer that a killed worker left at work in this folder: first in
 * order, so that it saves its step, then by force.
 * @param beat a sign of life while waiting; may throw to leave off.
 */
export async function endOrphan(folder: string, graceMs: number, beat: () => Promise<void>): Promise<void> {
  const pid = await findTrainer(folder);
  if (pid === null) return;
  log().warn({ pid, folder }, 'a trainer of an earlier worker is still at work; it is asked to stop');
  signal(pid, 'SIGTERM');
  const killAt = Date.now() + graceMs;
  while ((await findTrainer(folder)) === pid) {
    if (Date.now() >= killAt) signal(pid, 'SIGKILL');
    await beat();
    await delay(lookMs);
  }
}
