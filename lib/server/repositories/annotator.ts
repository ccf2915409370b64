import type { Role } from '@/lib/core/access/roles';
import { db } from '../db/client';

/** Names of those who annotate, people and machines, by id. */
export async function findAnnotators(ids: readonly string[]) {
  const rows = await db().user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, isMachine: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** People of the project in one of the roles who can sign in. */
export async function countPeopleInRoles(projectId: string, roles: readonly Role[]): Promise<number> {
  const people = await db().membership.findMany({
    where: { projectId, role: { in: [...roles] }, user: { isMachine: false, disabledAt: null } },
    distinct: ['userId'],
    select: { userId: true },
  });
  return people.length;
}
