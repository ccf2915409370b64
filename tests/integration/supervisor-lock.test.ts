import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { acquireLock, livingSupervisor } from '@/lib/server/supervisor/lock';
import { loadSecrets } from '@/lib/server/supervisor/secrets';

let count = 0;
let dataDir = '';

beforeEach(() => {
  count += 1;
  dataDir = path.join(inject('scratchDir'), `lock-${process.pid}-${count}`);
});

const lockFile = (): string => path.join(dataDir, 'supervisor.lock');

async function pidOfTheDead(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('the lock of a supervisor', () => {
  it('refuses a second one and names the pid of the first', async () => {
    const release = await acquireLock(dataDir);
    await expect(acquireLock(dataDir)).rejects.toThrow(`pid ${process.pid}`);
    expect(await livingSupervisor(dataDir)).toBe(process.pid);
    await release();
    expect(await livingSupervisor(dataDir)).toBeNull();
    await (await acquireLock(dataDir))();
  });

  it('of a killed process is taken over', async () => {
    await mkdir(dataDir, { recursive: true });
    await writeFile(lockFile(), JSON.stringify({ pid: await pidOfTheDead(), processStart: '1' }));
    await acquireLock(dataDir);
    expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ pid: process.pid });
  });

  it('is not held by another process that got the same pid', async () => {
    await mkdir(dataDir, { recursive: true });
    await writeFile(lockFile(), JSON.stringify({ pid: process.pid, processStart: 'long ago' }));
    expect(await livingSupervisor(dataDir)).toBeNull();
  });

  it('that was never finished is nobody’s', async () => {
    await mkdir(dataDir, { recursive: true });
    await writeFile(lockFile(), '');
    await acquireLock(dataDir);
    expect(await livingSupervisor(dataDir)).toBe(process.pid);
  });
});

describe('the secrets of an installation', () => {
  it('are made once and kept', async () => {
    await mkdir(dataDir, { recursive: true });
    const first = await loadSecrets(dataDir);
    expect(await loadSecrets(dataDir)).toEqual(first);
    expect(first.authSecret.length).toBeGreaterThanOrEqual(32);
  });

  it('are not made anew over a damaged file', async () => {
    await mkdir(dataDir, { recursive: true });
    await writeFile(path.join(dataDir, 'secrets.json'), '{"authSecret": "cut o');
    await expect(loadSecrets(dataDir)).rejects.toThrow('backup');
  });
});
