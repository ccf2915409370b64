import { log } from '@/lib/server/logging/log';

/** Repeats on its own clock; a failure (the database is away) waits for the next time. */
export function repeat(everyMs: number, name: string, work: () => Promise<unknown>): NodeJS.Timeout {
  let isBusy = false;
  return setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    work()
      .catch((error: unknown) => log().warn({ err: error }, `${name} failed`))
      .finally(() => (isBusy = false));
  }, everyMs);
}

/** Runs `stop` once on SIGTERM or Ctrl-C, then ends the process. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log().error({ err: error }, 'the worker could not stop in order');
          process.exit(1);
        },
      );
    });
  }
}
