/**
 * Runs `stop` on Ctrl-C, SIGTERM or a closed terminal, then ends the process. A
 * second Ctrl-C ends it at once: the children notice and end too.
 */
export function onInterrupt(stop: () => Promise<void>): void {
  let isStopping = false;
  const interrupt = (): void => {
    if (isStopping) process.exit(130);
    isStopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
}
