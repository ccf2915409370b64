import { execFile } from 'node:child_process';
import { chown, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const run = promisify(execFile);

const canEnter = (mode: number): boolean => (mode & 0o001) !== 0;

/** The first folder on the way to `directory` that others may not enter. */
async function closedParent(directory: string): Promise<string | null> {
  for (let folder = path.dirname(directory); ; folder = path.dirname(folder)) {
    const { mode } = await stat(folder);
    if (!canEnter(mode)) return folder;
    if (folder === path.dirname(folder)) return null;
  }
}

/**
 * PostgreSQL refuses to run as root. Where we are root it runs as the owner of
 * its folder, or as `nobody` for a new one: no user is added to the machine.
 * @returns whom to run as; null where we are not root.
 * @throws Error that names a folder which that user may not enter.
 */
export async function takeOwnership(directory: string): Promise<Owner | null> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (process.getuid?.() !== 0) return null;
  for (const needed of [directory, import.meta.dirname]) {
    const closed = await closedParent(needed);
    if (closed === null) continue;
    throw new Error(
      `PostgreSQL does not run as root, and other users may not enter ${closed}. ` +
        `Run this as an ordinary user, move the folder, or allow entering: chmod o+x ${closed}`,
    );
  }
  const { uid, gid } = await stat(directory);
  if (uid !== 0) return { uid, gid };
  const nobody = {
    uid: Number((await run('id', ['-u', 'nobody'])).stdout),
    gid: Number((await run('id', ['-g', 'nobody'])).stdout),
  };
  await chown(directory, nobody.uid, nobody.gid);
  return nobody;
}
