import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { createBackOff } from './back-off';
import type { OnStackEvent, PartName } from './events';
import { leashImport } from './leash-import';
import type { LogFile } from './log-file';

interface ChildOptions {
  readonly part: PartName;
  /** Arguments of `node`, the script included. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly mode: 'production' | 'development';
  readonly root: string;
  readonly log: LogFile;
  readonly onEvent: OnStackEvent;
  /** Resolves when the child serves; called after each start. */
  readonly isReady: (child: ChildProcess) => Promise<void>;
  /** How long it may take to stop in order. */
  readonly graceMs: number;
}

export interface SupervisedChild {
  /** Of the process that runs now; null between a death and the restart. */
  readonly pid: () => number | null;
  /** SIGTERM, then SIGKILL to its whole group after the grace. */
  readonly stop: () => Promise<void>;
}

/** Tries of a child that has never been ready, before giving up. */
const startTries = 3;

const isComplaint = (line: string): boolean =>
  /"level":(50|60)\b/.test(line) || /^(\S*Error|⨯|Error|Uncaught|Settings that need)\b/.test(line);

function launch({ args, env, mode, root, log, part, onEvent }: ChildOptions): ChildProcess {
  const child = spawn(process.execPath, ['--import', leashImport, ...args], {
    cwd: root,
    env: { ...env, NODE_ENV: mode },
    // Own group: a Ctrl-C in the terminal reaches the supervisor alone, which stops all in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      log.write(line);
      if (isComplaint(line)) onEvent({ type: 'complaint', part, line: line.slice(0, 500) });
    });
  }
  return child;
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * Starts a child and starts it again, with growing waits, whenever it ends.
 * @returns when it serves for the first time.
 * @throws Error with its last lines where it ends or stays silent at the start.
 */
export async function superviseChild(options: ChildOptions): Promise<SupervisedChild> {
  const { part, log, onEvent } = options;
  const backOff = createBackOff();
  let current: ChildProcess | null = null;
  let ended: Promise<void> = Promise.resolve();
  let isStopping = false;
  let wasReady = false;
  let deaths = 0;
  let restart: NodeJS.Timeout | undefined;
  let reportStart: { readonly resolve: () => void; readonly reject: (error: Error) => void } | undefined;

  function start(): void {
    const startedAt = Date.now();
    const child = launch(options);
    current = child;
    ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        current = null;
        resolve();
        if (isStopping) return;
        deaths += 1;
        // What it may have left behind would hold the port.
        killGroup(child);
        if (!wasReady && deaths >= startTries) {
          reportStart?.reject(new Error(`The ${part} does not start. Its last lines (all in ${log.path}):\n${log.tail()}`));
          return;
        }
        const restartInMs = backOff.nextDelayMs(Date.now() - startedAt);
        onEvent({ type: 'died', part, reason: signal ?? `exit ${code}`, restartInMs });
        restart = setTimeout(start, restartInMs);
      });
    });
    options.isReady(child).then(
      () => {
        if (current !== child) return;
        if (wasReady) onEvent({ type: 'restarted', part });
        wasReady = true;
        reportStart?.resolve();
      },
      // It neither serves nor ends: end it, and the line above starts it again.
      () => killGroup(child),
    );
  }

  async function stop(): Promise<void> {
    isStopping = true;
    clearTimeout(restart);
    const child = current;
    if (!child) return;
    const force = setTimeout(() => killGroup(child), options.graceMs);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(force);
    killGroup(child);
    log.close();
  }

  try {
    await new Promise<void>((resolve, reject) => {
      reportStart = { resolve, reject };
      start();
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: () => current?.pid ?? null, stop };
}
