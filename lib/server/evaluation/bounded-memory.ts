/**
 * Keeps the newest results of a computation whose key names all of its input,
 * so that an entry never goes stale. For counts and figures only, never values
 * of records.
 */
export function createBoundedMemory<T>(most: number) {
  const kept = new Map<string, T>();
  return {
    get: (key: string): T | undefined => kept.get(key),
    keep: (key: string, value: T): T => {
      const [oldest] = kept.keys();
      if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
      kept.set(key, value);
      return value;
    },
  };
}
