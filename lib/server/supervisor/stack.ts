import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { ensureFirstAdmin } from '../auth/first-admin';
import { disconnectDb } from '../db/client';
import { type SupervisorSettings, adoptSettings, readSupervisorSettings } from '../env/env';
import { freePort } from '../net/free-port';
import { migrateDatabase, migrateQueue } from '../postgres/migrate';
import { closeQueues } from '../queue/enqueue';
import { ensureBuild } from './build';
import { superviseChild } from './child';
import type { OnStackEvent, PartName } from './events';
import { acquireLock } from './lock';
import { openLogFile } from './log-file';
import { supervisePostgres } from './postgres';
import { waitForWeb, waitForWorker } from './ready';
import { loadSecrets } from './secrets';
import { readStackFile, writeStackFile } from './stack-file';

interface StackOptions {
  readonly mode: 'production' | 'development';
  readonly onEvent: OnStackEvent;
  /** Laid over the environment: DATA_DIR of a test, DEMO. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Folder of the project. */
  readonly root?: string;
}

export interface Stack {
  /** The address that people type. */
  readonly url: string;
  readonly databaseUrl: string;
  readonly queueUrl: string;
  /** Address that signs the first admin in; null where an admin has a password. */
  readonly firstAdminUrl: string | null;
  /** The variables that its processes run with, secrets included. */
  readonly env: Readonly<Record<string, string>>;
  /** Of the process that runs now; null where there is none. */
  readonly pidOf: (part: 'postgres' | 'web' | 'worker') => number | null;
  /** Stops everything in reverse order; a second call waits for the first. */
  readonly stop: () => Promise<void>;
}

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '::1']);

/** @throws Error where a port was asked for and is taken. */
async function chooseWebPort(settings: SupervisorSettings, lastPort: number | undefined): Promise<number> {
  const port = await freePort(settings.PORT ?? lastPort ?? 3000);
  if (settings.PORT === undefined || port === settings.PORT) return port;
  throw new Error(`PORT ${settings.PORT} is taken by another program. End that, or set PORT to another number.`);
}

function addressOf(settings: SupervisorSettings, port: number): string {
  if (settings.APP_URL) return settings.APP_URL.replace(/\/$/, '');
  if (!loopbackHosts.has(settings.HOST)) {
    throw new Error(`HOST=${settings.HOST} lets others in: set APP_URL too, the address that they type.`);
  }
  return `http://${settings.HOST}:${port}`;
}

/**
 * Starts PostgreSQL (unless DATABASE_URL names one), migrations, web and worker,
 * and keeps them running. The calling process gets the settings too, so that it
 * may call use cases itself.
 * @throws Error that says which part failed and why; nothing is left running.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { mode, onEvent, root = process.cwd() } = options;
  const given = readSupervisorSettings(options.settings);
  const dataDir = path.resolve(root, given.DATA_DIR);
  const release = await acquireLock(dataDir);
  const undo: { readonly part: PartName | null; readonly run: () => Promise<void> }[] = [{ part: null, run: release }];
  let stopping: Promise<void> | undefined;

  async function stopAll(): Promise<void> {
    for (const { part, run } of undo.toReversed()) {
      if (part) onEvent({ type: 'stopping', part });
      await run();
    }
  }
  const stop = (): Promise<void> => (stopping ??= stopAll());

  async function step<T>(part: PartName, work: () => Promise<T>, detail: (result: T) => string): Promise<T> {
    onEvent({ type: 'starting', part });
    const startedAt = Date.now();
    const result = await work();
    onEvent({ type: 'ready', part, detail: detail(result), ms: Date.now() - startedAt });
    return result;
  }

  try {
    const secrets = await loadSecrets(dataDir);
    const last = await readStackFile(dataDir);

    const postgresPort = given.DATABASE_URL ? null : await freePort(last?.ports.postgres ?? 0);
    const postgres =
      postgresPort === null
        ? null
        : await step(
            'postgres',
            async () => {
              const log = await openLogFile(dataDir, 'postgres');
              return supervisePostgres({ dataDir, password: secrets.databasePassword, port: postgresPort, log, onEvent });
            },
            () => `PostgreSQL listens on 127.0.0.1:${postgresPort}`,
          );
    if (postgres) undo.push({ part: 'postgres', run: postgres.stop });
    const databaseUrl = given.DATABASE_URL ?? postgres?.url ?? '';
    const queueUrl = given.QUEUE_URL ?? databaseUrl;

    const settings = {
      ...options.settings,
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      QUEUE_URL: queueUrl,
      STORAGE_URL: given.STORAGE_URL ?? `file:${path.join(dataDir, 'storage')}`,
      AUTH_SECRET: given.AUTH_SECRET ?? secrets.authSecret,
      INSTANCE_ID: randomUUID(),
      NEXT_TELEMETRY_DISABLED: '1',
    };
    // next-auth reads its own setting.
    const adoptWith = (url: string) => adoptSettings({ ...settings, APP_URL: url, NEXTAUTH_URL: url });
    const earlyEnv = adoptWith(addressOf(given, await chooseWebPort(given, last?.ports.web)));
    undo.push({ part: null, run: async () => void (await Promise.all([closeQueues(), disconnectDb()])) });

    await step(
      'migrations',
      async () => {
        const applied = await migrateDatabase(databaseUrl, root);
        if (queueUrl.startsWith('postgres')) await migrateQueue(queueUrl);
        return applied;
      },
      (applied) => (applied.length > 0 ? `applied ${applied.join(', ')}` : 'the database is up to date'),
    );
    const firstAdminPath = await ensureFirstAdmin();

    if (mode === 'production') {
      await step(
        'build',
        async () => ensureBuild(root, earlyEnv, await openLogFile(dataDir, 'build')),
        (isNew) => (isNew ? 'the pages were built' : 'the pages are built already'),
      );
    }
    // Chosen again: while the pages were built somebody else may have taken it.
    const webPort = await chooseWebPort(given, last?.ports.web);
    const url = addressOf(given, webPort);
    const env = adoptWith(url);
    const child = { env, mode, root, onEvent };
    const next = path.join('node_modules', 'next', 'dist', 'bin', 'next');
    const web = await step(
      'web',
      async () =>
        superviseChild({
          ...child,
          part: 'web',
          args: [next, mode === 'production' ? 'start' : 'dev', '-H', given.HOST, '-p', String(webPort)],
          log: await openLogFile(dataDir, 'web'),
          isReady: (process) =>
            waitForWeb(
              `http://${loopbackHosts.has(given.HOST) ? given.HOST : '127.0.0.1'}:${webPort}`,
              settings.INSTANCE_ID,
              process,
            ),
          graceMs: 10_000,
        }),
      () => `listens on ${given.HOST}:${webPort}`,
    );
    undo.push({ part: 'web', run: web.stop });
    const worker = await step(
      'worker',
      async () =>
        superviseChild({
          ...child,
          part: 'worker',
          args: [...(mode === 'production' ? [] : ['--watch', '--watch-preserve-output']), '--import', 'tsx', 'workers/cpu.ts'],
          log: await openLogFile(dataDir, 'worker'),
          isReady: waitForWorker,
          graceMs: 20_000,
        }),
      () => 'takes jobs',
    );
    undo.push({ part: 'worker', run: worker.stop });
    await writeStackFile(dataDir, {
      pid: process.pid,
      url,
      databaseUrl,
      queueUrl,
      ports: { web: webPort, postgres: postgresPort },
    });
    return {
      url,
      databaseUrl,
      queueUrl,
      env,
      firstAdminUrl: firstAdminPath && `${url}${firstAdminPath}`,
      pidOf: (part) => ({ postgres, web, worker })[part]?.pid() ?? null,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
