import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

const patienceMs = 120_000;

/**
 * Resolves when the web server of this very stack and, through it, the database
 * answer. Another stack on the same port answers with another instance.
 * @throws Error after two minutes, or when the child is gone.
 */
export async function waitForWeb(origin: string, instance: string, child: ChildProcess): Promise<void> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await delay(150)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('The web server ended.');
    const answer = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (!answer?.ok) continue;
    const body = (await answer.json().catch(() => null)) as { instance?: unknown } | null;
    if (body?.instance === instance) return;
  }
  throw new Error('The web server does not answer.');
}

/** Resolves when the worker says over its channel that it takes jobs. */
export function waitForWorker(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The worker does not say that it is ready.')), patienceMs);
    child.on('message', (message) => {
      // `node --watch` sends messages of its own.
      if (message !== 'ready') return;
      clearTimeout(timer);
      resolve();
    });
    child.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('The worker ended.'));
    });
  });
}
