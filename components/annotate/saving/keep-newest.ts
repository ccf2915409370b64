import { afterPaint } from '@/components/ui/after-paint';

/**
 * Writes states one after the other, each once the browser has painted; of those
 * that come meanwhile only the newest, since it holds all before it. A write that
 * fails is let go: a full or forbidden browser database must not stop the work.
 */
export function keepNewest<State>(write: (state: State) => Promise<void>) {
  let waiting: { readonly state: State } | null = null;
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    await new Promise<void>((resolve) => void afterPaint(resolve));
    while (waiting) {
      const { state } = waiting;
      waiting = null;
      await write(state).catch(() => undefined);
    }
    running = null;
  };
  return {
    keep: (state: State): void => {
      waiting = { state };
      running ??= run();
    },
    /** Once nothing waits to be written. */
    settled: async (): Promise<void> => {
      while (running) await running;
    },
  };
}
