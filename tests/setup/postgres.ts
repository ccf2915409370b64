import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '@/lib/server/postgres/embedded';
import { migrateDatabase, migrateQueue } from '@/lib/server/postgres/migrate';

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that each test file gets a copy of. */
    templateDatabaseUrl: string;
    /** Absolute folder for what tests write; removed after the run. */
    scratchDir: string;
  }
}

/** One PostgreSQL for the run; what it holds is thrown away, so it need not reach the disk. */
const throwawayFlags = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hundredfold-test-'));
  // As root the server runs as another user, who must be able to enter.
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({
    directory: path.join(folder, 'postgres'),
    password: randomBytes(16).toString('hex'),
    database: 'template',
    flags: [...throwawayFlags, '-c', 'max_connections=200'],
  });
  await migrateDatabase(server.url);
  await migrateQueue(server.url);
  project.provide('templateDatabaseUrl', server.url);
  project.provide('scratchDir', folder);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
