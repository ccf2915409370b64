import { db } from '../db/client';

/** Names of those who annotate, people and machines, by id. */
export async function findAnnotators(ids: readonly string[]) {
  const rows = await db().user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, isMachine: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}
