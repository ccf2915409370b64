import { readFileSync } from 'node:fs';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const ownerSchema = z.object({
  pid: z.number().int().positive(),
  /** Tells a process from a later one with the same pid; null where the system does not say. */
  processStart: z.string().nullable(),
});
type Owner = z.infer<typeof ownerSchema>;

/** When the process started, in the kernel's ticks (field 22 of /proc/PID/stat); null off Linux. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isAlive({ pid, processStart: start }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return start === null || processStart(pid) === start;
}

const lockFile = (dataDir: string): string => path.join(dataDir, 'supervisor.lock');

async function readOwner(file: string): Promise<Owner | null> {
  try {
    return ownerSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    // A crash between making and writing the file: nobody can own it.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/** Pid of the supervisor that runs on this folder; null where none does. */
export async function livingSupervisor(dataDir: string): Promise<number | null> {
  const owner = await readOwner(lockFile(dataDir));
  return owner && isAlive(owner) ? owner.pid : null;
}

/**
 * Makes this process the only supervisor of `dataDir`. A lock whose process is
 * gone is taken over. @returns what gives the lock back.
 * @throws Error that names the pid of the supervisor that runs already.
 */
export async function acquireLock(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const file = lockFile(dataDir);
  for (;;) {
    try {
      const handle = await open(file, 'wx', 0o644);
      try {
        const owner: Owner = { pid: process.pid, processStart: processStart(process.pid) };
        await handle.writeFile(JSON.stringify(owner));
      } finally {
        await handle.close();
      }
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const pid = await livingSupervisor(dataDir);
      if (pid !== null) {
        throw new Error(
          `Hundredfold runs already on ${dataDir} (pid ${pid}). Stop it with Ctrl-C there (or: kill ${pid}), ` +
            'or set DATA_DIR to another folder.',
          { cause: error },
        );
      }
      await rm(file, { force: true });
    }
  }
}
