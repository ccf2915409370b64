import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A folder that nobody else may read, for as long as the work takes. It is
 * removed on every way out but a kill that no process can answer.
 */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  let folder: string | null = null;
  // The index may still be writing: a folder that fills up again is removed again.
  const remove = (): void => {
    if (folder !== null) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const end = (signal: NodeJS.Signals): void => {
    remove();
    letGo();
    // Once more, with nobody listening: the process ends as by the first one, whatever it waits for.
    process.kill(process.pid, signal);
  };
  const letGo = (): void => {
    for (const signal of signals) process.off(signal, end);
    process.off('exit', remove);
  };
  for (const signal of signals) process.on(signal, end);
  process.on('exit', remove);
  try {
    folder = mkdtempSync(path.join(tmpdir(), 'hundredfold-'));
    return await work(folder);
  } finally {
    letGo();
    remove();
  }
}
