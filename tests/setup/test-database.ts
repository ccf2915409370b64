import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  readonly url: string;
  /** Absolute DATA_DIR of this test file; removed after the run. */
  readonly dataDir: string;
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function asMaintainer(templateUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(templateUrl, 'postgres') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * A database of this test file alone, copied from the migrated template, with
 * the settings that name it. Call it first thing in `beforeAll`, before anything
 * reads `env()`. `connections.ts` disconnects after the file; the run's server is
 * thrown away with all its databases.
 * @param settings more settings, e.g. `{ SIGN_IN_MAX_TRIES: '3' }`.
 */
export async function createTestDatabase(settings: Readonly<Record<string, string>> = {}): Promise<TestDatabase> {
  const templateUrl = inject('templateDatabaseUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asMaintainer(templateUrl, `create database ${name} template template`);
  const dataDir = await mkdtemp(path.join(inject('scratchDir'), 'data-'));
  const url = withDatabase(templateUrl, name);
  Object.assign(process.env, {
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    STORAGE_URL: `file:${path.join(dataDir, 'storage')}`,
    AUTH_SECRET: 'a secret that only the tests know of',
    APP_URL: 'http://127.0.0.1:3000',
    LOG_LEVEL: 'silent',
    ...settings,
  });
  return { url, dataDir };
}
