import { getServerSession } from 'next-auth';
import { connection } from 'next/server';
import type { Actor } from '@/lib/core/access/roles';
import { authOptions } from './auth-options';
import { loadActor } from './load-actor';

/** Who sent this request; null where nobody is signed in. Roles are read fresh. */
export async function currentActor(): Promise<Actor | null> {
  // Nothing that depends on who asks may be rendered while building.
  await connection();
  const session = await getServerSession(authOptions());
  return session?.user.id ? loadActor(session.user.id) : null;
}
