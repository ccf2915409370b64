import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A folder that nobody else may read, for as long as the work takes. It is
 * removed on every way out but a kill that no process can answer.
 */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hundredfold-'));
  // The index may still be writing: a folder that fills up again is removed again.
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const end = (signal: (typeof signals)[number]): never => process.exit(128 + constants.signals[signal]);
  process.once('exit', remove);
  for (const signal of signals) process.once(signal, end);
  try {
    return await work(folder);
  } finally {
    for (const signal of signals) process.off(signal, end);
    process.off('exit', remove);
    remove();
  }
}
