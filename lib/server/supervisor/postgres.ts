import path from 'node:path';
import { type RunningPostgres, startEmbeddedPostgres } from '../postgres/embedded';
import { createBackOff } from './back-off';
import type { OnStackEvent } from './events';
import type { LogFile } from './log-file';

interface Options {
  readonly dataDir: string;
  readonly password: string;
  readonly port: number;
  readonly log: LogFile;
  readonly onEvent: OnStackEvent;
}

export interface SupervisedPostgres {
  readonly url: string;
  readonly pid: () => number | null;
  readonly stop: () => Promise<void>;
}

/** The embedded server, started again on the same port whenever it ends unasked. */
export async function supervisePostgres({ dataDir, password, port, log, onEvent }: Options): Promise<SupervisedPostgres> {
  const backOff = createBackOff();
  let current: RunningPostgres | null = null;
  let isStopping = false;
  let restart: NodeJS.Timeout | undefined;
  let starting: Promise<unknown> = Promise.resolve();

  async function start(): Promise<RunningPostgres> {
    const startedAt = Date.now();
    const server = await startEmbeddedPostgres({
      directory: path.join(dataDir, 'postgres'),
      password,
      port,
      database: 'hundredfold',
      onLog: log.write,
    });
    current = server;
    void server.exited.then(() => {
      current = null;
      if (!isStopping) startAgain('the process is gone', Date.now() - startedAt);
    });
    return server;
  }

  function startAgain(reason: string, ranMs: number): void {
    const restartInMs = backOff.nextDelayMs(ranMs);
    onEvent({ type: 'died', part: 'postgres', reason, restartInMs });
    restart = setTimeout(() => {
      starting = start().then(
        () => onEvent({ type: 'restarted', part: 'postgres' }),
        (error: unknown) => startAgain(error instanceof Error ? error.message : String(error), 0),
      );
    }, restartInMs);
  }

  const { url } = await start();
  return {
    url,
    pid: () => current?.pid ?? null,
    stop: async () => {
      isStopping = true;
      clearTimeout(restart);
      await starting;
      await current?.stop();
      log.close();
    },
  };
}
