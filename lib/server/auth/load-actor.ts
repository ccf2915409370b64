import type { Actor, Role } from '@/lib/core/access/roles';
import { db } from '../db/client';

/** The actor behind a user id with the roles as they are now; null once disabled. */
export async function loadActor(userId: string): Promise<Actor | null> {
  const user = await db().user.findUnique({
    where: { id: userId },
    select: { id: true, isAdmin: true, disabledAt: true, memberships: { select: { projectId: true, role: true } } },
  });
  if (!user || user.disabledAt) return null;
  const roles: Record<string, Role[]> = {};
  for (const { projectId, role } of user.memberships) (roles[projectId] ??= []).push(role);
  return { userId: user.id, isAdmin: user.isAdmin, roles };
}
