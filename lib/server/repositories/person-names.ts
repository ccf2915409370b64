import { db } from '../db/client';

/** Names by user id; a person who was removed is not in it. */
export async function findPersonNames(userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const people = await db().user.findMany({ where: { id: { in: [...userIds] } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}
