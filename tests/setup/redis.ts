import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from '@/lib/server/net/free-port';

const programs = ['redis-server', 'valkey-server'];

/** A Redis or Valkey that is installed here; null where there is none (Debian: apt install redis-server). */
export const findRedis = (): string | null =>
  programs.find((program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0) ?? null;

export interface RunningRedis {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts a server of the test's own on a free port, in memory only. */
export async function startRedis(program: string, folder: string): Promise<RunningRedis> {
  const port = await freePort();
  const child: ChildProcess = spawn(
    program,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (child.stdout === null) throw new Error('Redis has no output to wait for.');
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      if (/ready to accept connections/i.test(line)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`${program} ended (exit ${code}).`)));
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}
