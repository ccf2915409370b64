import type { Role } from '@/lib/core/access/roles';
import { type DbOrTransaction, db } from '../db/client';

/** Name and address of a person for the frame; null once removed. */
export function findPerson(userId: string) {
  return db().user.findUnique({ where: { id: userId }, select: { name: true, email: true } });
}

export function findPersonByEmail(email: string) {
  return db().user.findUnique({ where: { email }, select: { id: true, name: true, email: true, disabledAt: true } });
}

/** What the person's own account page shows, with the hash to compare a password to. */
export function findAccount(userId: string) {
  return db().user.findUnique({
    where: { id: userId },
    select: { name: true, email: true, isAdmin: true, passwordHash: true },
  });
}

/** Everybody but the machine accounts, by name, with their roles. */
export function findPeople() {
  return db().user.findMany({
    where: { isMachine: false },
    orderBy: { name: 'asc' },
    select: {
      id: true, name: true, email: true, isAdmin: true, disabledAt: true, createdAt: true,
      memberships: { select: { projectId: true, role: true } },
    },
  });
}

/** One row per person and role. */
export function findMembers(projectId: string) {
  return db().membership.findMany({
    where: { projectId, user: { isMachine: false } },
    orderBy: [{ user: { name: 'asc' } }, { role: 'asc' }],
    select: { role: true, user: { select: { id: true, name: true, email: true, disabledAt: true } } },
  });
}

export function insertPerson(person: { readonly email: string; readonly name: string; readonly isAdmin: boolean }) {
  return db().user.create({ data: person, select: { id: true, name: true, email: true } });
}

export async function savePassword(userId: string, passwordHash: string): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { passwordHash } });
}

/** The person's roles in the project become exactly these; none removes them from it. */
export async function replaceRoles(projectId: string, userId: string, roles: readonly Role[]): Promise<void> {
  await db().$transaction([
    db().membership.deleteMany({ where: { projectId, userId } }),
    db().membership.createMany({ data: roles.map((role) => ({ projectId, userId, role })) }),
  ]);
}

/** Admins of the workbench who can sign in. */
export function countAdmins(client: DbOrTransaction): Promise<number> {
  return client.user.count({ where: { isAdmin: true, disabledAt: null, isMachine: false } });
}

/** Names of the people, and machine accounts, that are still here. */
export function findNames(userIds: readonly string[]) {
  return db().user.findMany({
    where: { id: { in: [...userIds] } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, email: true, isMachine: true },
  });
}
