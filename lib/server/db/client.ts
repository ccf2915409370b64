import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '../env/env';
import { PrismaClient } from './generated/client';

/**
 * Columns that hold what documents say are left out of every query unless a
 * repository asks for them by name (invariant 11).
 */
const phiColumns = {
  page: { words: true },
  document: { givenGold: true, givenEvidence: true, features: true },
  annotation: { record: true, evidence: true, provenance: true },
  annotationRevision: { record: true, evidence: true, provenance: true, operations: true },
  comment: { body: true },
  prediction: { record: true, evidence: true, confidence: true, completion: true },
  preLabel: { record: true, evidence: true, confidence: true },
  user: { passwordHash: true },
} as const;

function createClient(connectionString: string) {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: 10 }, { onPoolError: () => undefined }),
    omit: phiColumns,
  });
}

export type Db = ReturnType<typeof createClient>;
/** What a repository takes: the client or a transaction on it. */
export type DbTransaction = Parameters<Parameters<Db['$transaction']>[0]>[0];
export type DbOrTransaction = Db | DbTransaction;

// Next's dev server evaluates modules again on each change; one pool is kept.
const holder = globalThis as typeof globalThis & { hundredfoldDb?: Db };

/** The client of this process, connected at first use. */
export function db(): Db {
  holder.hundredfoldDb ??= createClient(env().DATABASE_URL);
  return holder.hundredfoldDb;
}

/** Ends the connections; the next `db()` opens new ones. */
export async function disconnectDb(): Promise<void> {
  const client = holder.hundredfoldDb;
  delete holder.hundredfoldDb;
  await client?.$disconnect();
}
