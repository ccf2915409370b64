import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RayClusterView } from '@/lib/core/round/ray-cluster';
import { RayFault } from './ray-fault';
import type { RaySettings } from './ray-settings';

/** Whether this process can write where the cluster will read. */
async function folderProblem(runDir: string): Promise<string | null> {
  const file = path.join(runDir, `.probe-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(runDir, { recursive: true });
    await writeFile(file, '');
    await rm(file);
    return null;
  } catch (error) {
    return `the folder RAY_RUN_DIR (${runDir}) cannot be written to (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
  }
}

/** The cluster as it is now: whether it answers, whether the token is right, whether the shared folder is there. */
export async function probeRay({ client, runDir }: RaySettings): Promise<RayClusterView> {
  const silent = { address: client.address, version: null, cores: 0, gpus: 0 };
  try {
    const { version, cores, gpus } = await client.look();
    return { ...silent, version, cores, gpus, problem: await folderProblem(runDir) };
  } catch (error) {
    if (!(error instanceof RayFault)) throw error;
    return { ...silent, problem: error.message };
  }
}
