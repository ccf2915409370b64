import { execFile } from 'node:child_process';
import { chown, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/**
 * As whom the server runs. PostgreSQL refuses root, so a root user runs it as
 * the owner of its folder; or, where that user may not even enter the folder, in
 * a user namespace in which root goes by another number and reads what root may.
 */
export type RunAs =
  | { readonly kind: 'self' }
  | { readonly kind: 'user'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'namespace' };

const run = promisify(execFile);

const namespaceArgs = ['--user', '--map-user=65534', '--map-group=65534'] as const;

const canEnter = (mode: number): boolean => (mode & 0o001) !== 0;

/** The first folder on the way to `directory` that others may not enter. */
async function closedParent(directory: string): Promise<string | null> {
  for (let folder = path.dirname(directory); ; folder = path.dirname(folder)) {
    const { mode } = await stat(folder);
    if (!canEnter(mode)) return folder;
    if (folder === path.dirname(folder)) return null;
  }
}

const hasNamespaces = (): Promise<boolean> =>
  run('unshare', [...namespaceArgs, 'true']).then(
    () => true,
    () => false,
  );

async function idOfNobody(flag: '-u' | '-g'): Promise<number> {
  return Number((await run('id', [flag, 'nobody'])).stdout);
}

/**
 * Makes the cluster's folder and decides as whom to run. No user is added to
 * the machine and no folder above is changed.
 * @throws Error that names a folder which only root may enter.
 */
export async function prepareFolder(directory: string): Promise<RunAs> {
  await mkdir(path.dirname(directory), { recursive: true });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (process.getuid?.() !== 0) return { kind: 'self' };
  const { uid, gid } = await stat(directory);
  const closed = (await closedParent(directory)) ?? (await closedParent(import.meta.dirname));
  if (closed !== null) {
    if (uid === 0 && (await hasNamespaces())) return { kind: 'namespace' };
    throw new Error(
      `PostgreSQL does not run as root, and other users may not enter ${closed}. ` +
        `Run this as an ordinary user, move the folder, or allow entering: chmod o+x ${closed}`,
    );
  }
  if (uid !== 0) return { kind: 'user', uid, gid };
  const nobody = { uid: await idOfNobody('-u'), gid: await idOfNobody('-g') };
  // A folder that a namespace filled as root stays root's.
  if (await isFilled(directory)) return { kind: 'namespace' };
  await chown(directory, nobody.uid, nobody.gid);
  return { kind: 'user', ...nobody };
}

const isFilled = (directory: string): Promise<boolean> =>
  stat(path.join(directory, 'PG_VERSION')).then(
    () => true,
    () => false,
  );

/** The command that runs `file` so, and what `spawn` needs besides. */
export function commandAs(
  runAs: RunAs,
  file: string,
  args: readonly string[],
): { readonly file: string; readonly args: readonly string[]; readonly ids: { uid?: number; gid?: number } } {
  switch (runAs.kind) {
    case 'self':
      return { file, args, ids: {} };
    case 'user':
      return { file, args, ids: { uid: runAs.uid, gid: runAs.gid } };
    case 'namespace':
      return { file: 'unshare', args: [...namespaceArgs, file, ...args], ids: {} };
  }
}
