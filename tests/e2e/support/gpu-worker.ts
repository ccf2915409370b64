import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';

export interface GpuWorker {
  /** As Ctrl-C does, until it is gone. */
  readonly stop: () => Promise<void>;
}

/** The GPU worker on a box of its own, beside the stack of this run. */
export async function startGpuWorker(settings: Readonly<Record<string, string>>): Promise<GpuWorker> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'hundredfold-gpu-box-'));
  const worker: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'workers/gpu.ts'], {
    env: { ...process.env, ...inject('stack').env, ...settings, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(worker, 'message');
  return {
    stop: async () => {
      if (worker.exitCode === null && worker.signalCode === null) {
        const gone = once(worker, 'exit');
        worker.kill('SIGTERM');
        await gone;
      }
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
