import { readFile } from 'node:fs/promises';

const everyMs = 200;

/** Resident memory of a process in MiB; 0 where it is gone. */
async function residentMib(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}

export interface Memory {
  readonly before: number;
  readonly peak: number;
}

/** Watches a process until `stop`, which tells what it held at first and at most, in MiB. */
export async function watchMemory(pid: number): Promise<{ readonly stop: () => Memory }> {
  const before = await residentMib(pid);
  let peak = before;
  const timer = setInterval(() => {
    void residentMib(pid).then((now) => (peak = Math.max(peak, now)));
  }, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      return { before, peak };
    },
  };
}
