const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** "1.5 GiB". @param bytes not negative */
export function describeBytes(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return power === 0 ? `${bytes} B` : `${(bytes / 1024 ** power).toFixed(1)} ${units[power]}`;
}
