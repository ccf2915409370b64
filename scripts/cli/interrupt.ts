/**
 * A signal for Ctrl-C: the first press asks the work to end in good order, the
 * second ends the process.
 */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => {
    process.stderr.write('\nEnding after this document. Ctrl-C again ends at once.\n');
    controller.abort();
  });
  return controller.signal;
}
