import { readdirSync } from 'node:fs';
import pg from 'pg';

/** What is between this box and the workbench, in words. */
export type Way =
  | { readonly kind: 'open' }
  /** It may be there soon: the workbench starts, the network comes back. */
  | { readonly kind: 'away'; readonly words: string }
  /** Somebody has to change a setting. */
  | { readonly kind: 'closed'; readonly words: string };

const patienceMs = 10_000;
const wordsOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
};
const hostOf = (url: string): string => new URL(url).host;

/** Codes of PostgreSQL that another try does not change: password, user, database. */
const refusals: ReadonlySet<string> = new Set(['28P01', '28000', '3D000', '42501']);

async function lookAtDatabase(url: string): Promise<Way> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patienceMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const here = readdirSync('prisma/migrations').filter((name) => /^\d/.test(name)).sort().at(-1);
    const { rows } = await client.query<{ name: string }>('select max(migration_name) as name from _prisma_migrations where finished_at is not null');
    const there = rows[0]?.name;
    if (there === here) return { kind: 'open' };
    return { kind: 'closed', words: `the workbench's database is at ${there}, this clone at ${here}: bring both to the same version (git pull), then start again` };
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code === '42P01') return { kind: 'away', words: 'the database is empty: start the workbench on it (npm start)' };
    if (refusals.has(code)) return { kind: 'closed', words: `the database at ${hostOf(url)} refuses DATABASE_URL: ${(error as Error).message}` };
    return { kind: 'away', words: `the database at ${hostOf(url)} does not answer (${wordsOf(error)})` };
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function lookAtFiles(url: string, token: string): Promise<Way> {
  const address = url.replace(/\/$/, '');
  try {
    const answer = await fetch(`${address}/api/storage/files/rounds/looked-for`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(patienceMs),
    });
    const body = (await answer.json().catch(() => null)) as { error?: { code?: string } } | null;
    const code = body?.error?.code;
    if (code === 'not-found') return { kind: 'open' };
    if (code === 'unauthenticated' || code === 'forbidden')
      return { kind: 'closed', words: `the workbench at ${address} does not know this WORKER_TOKEN: the same one has to stand in its .env, from before its start` };
    if (answer.status >= 500) return { kind: 'away', words: `the workbench at ${address} answers ${answer.status}` };
    return { kind: 'closed', words: `what answers at STORAGE_URL=${address} is no workbench (${answer.status})` };
  } catch (error) {
    return { kind: 'away', words: `the workbench at ${address} does not answer (${wordsOf((error as Error).cause ?? error)})` };
  }
}

/** Whether a worker with these settings gets through: first to the database, then to the files where they come over HTTP. */
export async function lookAtWorkbench(settings: Readonly<Record<string, string>>): Promise<Way> {
  const { DATABASE_URL = '', STORAGE_URL = '', WORKER_TOKEN = '' } = settings;
  const database = await lookAtDatabase(DATABASE_URL);
  if (database.kind !== 'open' || STORAGE_URL.startsWith('file:')) return database;
  return lookAtFiles(STORAGE_URL, WORKER_TOKEN);
}
