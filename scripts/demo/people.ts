import type { Actor, Role } from '@/lib/core/access/roles';
import { loadActor } from '@/lib/server/auth/load-actor';
import { demoPurpose, issueLink } from '@/lib/server/auth/one-time-link';
import { db } from '@/lib/server/db/client';
import { createUser } from '@/lib/server/use-cases/people/create-user';
import { setMembership } from '@/lib/server/use-cases/people/set-membership';

interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** One invented person per role, so that each view can be seen. */
export const demoPeople: readonly DemoPerson[] = [
  { email: 'ada@demo.invalid', name: 'Ada Admin', roles: ['admin'] },
  { email: 'leo@demo.invalid', name: 'Leo Lead', roles: ['lead'] },
  { email: 'ana@demo.invalid', name: 'Ana Annotator', roles: ['annotator'] },
  { email: 'rio@demo.invalid', name: 'Rio Reviewer', roles: ['reviewer'] },
];

async function actorOf(email: string): Promise<Actor> {
  const user = await db().user.findUniqueOrThrow({ where: { email }, select: { id: true } });
  const actor = await loadActor(user.id);
  if (!actor) throw new Error(`${email} is disabled.`);
  return actor;
}

/** The demo's admin; made on the first start, as the supervisor makes the first admin elsewhere. */
export async function ensureDemoAdmin(): Promise<Actor> {
  const [admin] = demoPeople;
  if (!admin) throw new Error('The demo has no admin.');
  const { email, name } = admin;
  await db().user.upsert({ where: { email }, create: { email, name, isAdmin: true }, update: {} });
  return actorOf(email);
}

/** The other people, each with their role in the project. */
export async function ensureDemoPeople(admin: Actor, projectId: string): Promise<void> {
  for (const { email, name, roles } of demoPeople) {
    if (!(await db().user.findUnique({ where: { email }, select: { id: true } }))) await createUser(admin, { email, name });
    await setMembership(admin, { projectId, email, roles: [...roles] });
  }
}

export const demoActor = (role: Role): Promise<Actor> =>
  actorOf(demoPeople.find(({ roles }) => roles.includes(role))?.email ?? '');

/** A sign-in link for each person that works once: what the demo prints. */
export async function issueDemoLinks(
  appUrl: string,
): Promise<readonly { readonly role: string; readonly name: string; readonly url: string }[]> {
  return Promise.all(
    demoPeople.map(async ({ email, name, roles }) => {
      const { id } = await db().user.findUniqueOrThrow({ where: { email }, select: { id: true } });
      const { path } = await issueLink(id, demoPurpose);
      return { role: roles.join(', '), name, url: new URL(path, appUrl).href };
    }),
  );
}
