import type { Actor, Role } from '@/lib/core/access/roles';
import { loadActor } from '@/lib/server/auth/load-actor';
import { db } from '@/lib/server/db/client';

interface PersonOptions {
  readonly name?: string;
  readonly isAdmin?: boolean;
  /** Roles by project id. */
  readonly roles?: Readonly<Record<string, readonly Role[]>>;
}

let count = 0;

/** A project with nothing in it. @returns its id. */
export async function createProject(id: string): Promise<string> {
  await db().project.create({ data: { id, name: id } });
  return id;
}

/** A user in the database and the actor that a request of theirs would have. */
export async function createPerson(options: PersonOptions = {}): Promise<Actor> {
  count += 1;
  const name = options.name ?? `Person ${count}`;
  const memberships = Object.entries(options.roles ?? {}).flatMap(([projectId, roles]) =>
    roles.map((role) => ({ projectId, role })),
  );
  const user = await db().user.create({
    data: {
      email: `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@example.test`,
      name,
      isAdmin: options.isAdmin ?? false,
      memberships: { create: memberships },
    },
    select: { id: true },
  });
  const actor = await loadActor(user.id);
  if (!actor) throw new Error('The person just made cannot act.');
  return actor;
}
