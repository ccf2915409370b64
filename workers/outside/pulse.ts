/** When the next beat is due: soon after something was said, else now and then. */
export interface Pulse {
  /** Something waits to be written. */
  readonly ring: () => void;
  /** Resolves at the next beat. */
  readonly next: () => Promise<void>;
  /** Lets go of the clock. */
  readonly stop: () => void;
}

/**
 * @param leastMs between two beats, however much is said: lines that come together are written together.
 * @param mostMs between two beats, where nothing is said.
 */
export function createPulse(leastMs: number, mostMs: number): Pulse {
  let isRung = false;
  let timer: NodeJS.Timeout | undefined;
  let beatAt = Date.now();
  let due = (): void => undefined;
  const arm = (): void => {
    clearTimeout(timer);
    timer = setTimeout(due, Math.max(0, beatAt + (isRung ? leastMs : mostMs) - Date.now()));
  };
  return {
    ring: () => {
      if (isRung) return;
      isRung = true;
      arm();
    },
    next: () =>
      new Promise((resolve) => {
        due = () => {
          isRung = false;
          beatAt = Date.now();
          resolve();
        };
        arm();
      }),
    stop: () => clearTimeout(timer),
  };
}
