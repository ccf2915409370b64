/**
 * Takes a lock that lasts until it is released or the tab is gone.
 * @returns its release; null where another tab holds it.
 */
export function holdLock(name: string): Promise<(() => void) | null> {
  // Without a secure context there are no locks: then nobody seems to hold one.
  if (!('locks' in navigator)) return Promise.resolve(() => undefined);
  return new Promise((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve(null);
        return undefined;
      }
      return new Promise<void>((release) => resolve(release));
    });
  });
}
