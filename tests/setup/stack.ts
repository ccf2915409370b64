import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from '@/lib/server/net/free-port';
import { describeEvent } from '@/lib/server/supervisor/events';
import { startStack } from '@/lib/server/supervisor/stack';

declare module 'vitest' {
  interface ProvidedContext {
    /** The production stack of this run. */
    stack: {
      readonly url: string;
      readonly firstAdminUrl: string;
      /** Settings that let a test call use cases on the same database and files. */
      readonly env: Readonly<Record<string, string>>;
    };
  }
}

/** Settings of the stack that a test process may take over; the rest of its environment is its own. */
const shared = ['DATA_DIR', 'DATABASE_URL', 'QUEUE_URL', 'STORAGE_URL', 'AUTH_SECRET', 'APP_URL'] as const;

/** The whole stack as people run it, on a folder of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hundredfold-e2e-'));
  // As root the database runs as another user, who must be able to enter.
  await chmod(folder, 0o755);
  const stack = await startStack({
    mode: 'production',
    settings: { DATA_DIR: path.join(folder, 'data'), PORT: String(await freePort()), SIGN_IN_MAX_TRIES: '5' },
    onEvent: (event) => {
      if (event.type === 'complaint' || event.type === 'died') process.stderr.write(`${describeEvent(event)}\n`);
    },
  });
  project.provide('stack', {
    url: stack.url,
    firstAdminUrl: stack.firstAdminUrl ?? '',
    env: Object.fromEntries(shared.map((name) => [name, stack.env[name] ?? ''])),
  });
  return async () => {
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
