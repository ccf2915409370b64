import { setTimeout as delay } from 'node:timers/promises';
import { db } from '@/lib/server/db/client';

async function countTransactions(): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select (xact_commit + xact_rollback)::float8 as count from pg_stat_database where datname = current_database()`;
  return row?.count ?? 0;
}

/** Transactions a second of the whole database while `work` is at it; statistics come within a second. */
export async function transactionsDuring(work: () => Promise<unknown>): Promise<number> {
  await delay(1_200);
  const [before, from] = [await countTransactions(), performance.now()];
  await work();
  await delay(1_200);
  return ((await countTransactions()) - before) / ((performance.now() - from) / 1000);
}
