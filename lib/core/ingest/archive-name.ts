/** Why a name in an archive is refused, or null. A single such name condemns the archive. */
export function unsafeName(name: string): string | null {
  if (name.includes('\0')) return 'a name with a zero byte';
  const path = name.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'an absolute path';
  if (path.split('/').includes('..')) return 'a path that climbs out of the archive ("..")';
  return null;
}

/** What systems leave in folders and archives beside the files that people put there. */
export const isClutter = (name: string): boolean =>
  name.split('/').some((part) => part === '__MACOSX' || part.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/i.test(part));

/**
 * The name `target` as seen from the file `from`, both with "/" and relative to
 * the same root; null where it leaves the root.
 */
export function resolveBeside(from: string, target: string): string | null {
  if (unsafeName(target)?.startsWith('an absolute')) return null;
  const parts = from.split('/').slice(0, -1);
  for (const part of target.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
