/** Files that came together: a folder, or an unpacked archive. */
export interface Bundle {
  /** Relative names with "/", sorted; clutter is left out. */
  readonly names: readonly string[];
  /** Absolute path of a file by its relative name; null for one that is not there. */
  readonly locate: (name: string) => string | null;
}

export function bundleOf(paths: ReadonlyMap<string, string>): Bundle {
  return { names: [...paths.keys()].sort(), locate: (name) => paths.get(name) ?? null };
}
