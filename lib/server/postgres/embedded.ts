import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chown, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../net/free-port';
import { type PostgresBinaries, findBinaries } from './binaries';
import { type RunAs, commandAs, prepareFolder } from './run-as';

export interface RunningPostgres {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Settles when the server has ended, asked or not. */
  readonly exited: Promise<void>;
  /** Ends sessions at once and shuts down in order; resolves when it is down. */
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
const readyLine = 'database system is ready to accept connections';

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

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

/** `detached`: a Ctrl-C in the terminal must not reach the server before those who use it. */
function launch(runAs: RunAs, program: string, args: readonly string[], onLine: (line: string) => void): ChildProcess {
  const command = commandAs(runAs, program, args);
  const child = spawn(command.file, command.args, {
    ...command.ids,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', onLine);
  }
  return child;
}

async function initialise(
  binaries: PostgresBinaries,
  options: StartOptions,
  runAs: RunAs,
  log: (line: string) => void,
): Promise<void> {
  // In the folder's parent, since initdb wants the folder itself empty.
  const passwordFile = `${options.directory}.password`;
  await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (runAs.kind === 'user') await chown(passwordFile, runAs.uid, runAs.gid);
  try {
    const args = [
      `--pgdata=${options.directory}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
    ];
    const said: string[] = [];
    const child = launch(runAs, binaries.initdb, args, (line) => {
      said.push(line);
      log(line);
    });
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`PostgreSQL could not make its folder ${options.directory}:\n${said.join('\n')}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function ensureDatabase(url: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

/**
 * Starts the PostgreSQL that comes as an npm package; data stays in `directory`.
 * @throws Error with the server's own words where it does not come up.
 */
export async function startEmbeddedPostgres(options: StartOptions): Promise<RunningPostgres> {
  const binaries = await findBinaries();
  await stopOrphan(options.directory);
  const runAs = await prepareFolder(options.directory);
  const port = options.port ?? (await freePort());
  const log = options.onLog ?? (() => undefined);
  if (!(await exists(path.join(options.directory, 'PG_VERSION')))) await initialise(binaries, options, runAs, log);

  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'lc_messages=C', 'timezone=UTC'];
  const args = ['-D', options.directory, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const said: string[] = [];
  let announceReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => (announceReady = resolve));
  const child = launch(runAs, binaries.postgres, [...args, ...(options.flags ?? [])], (line) => {
    if (said.length < 50) said.push(line);
    if (line.includes(readyLine)) announceReady();
    log(line);
  });
  const endWithUs = (): boolean => child.kill('SIGINT');
  process.once('exit', endWithUs);
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  void exited.then(() => process.off('exit', endWithUs));
  const startFailure = exited.then(() => {
    throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
  });
  await Promise.race([ready, startFailure]);

  const address = (database: string): string =>
    `postgresql://${user}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${database}`;
  await ensureDatabase(address('postgres'), options.database);
  return {
    port,
    pid: child.pid ?? 0,
    url: address(options.database),
    exited,
    stop: async () => {
      child.kill('SIGINT');
      await exited;
    },
  };
}
