import { getServerSession } from 'next-auth';
import type { Actor } from '@/lib/core/access/roles';
import { authOptions } from './auth-options';
import { loadActor } from './load-actor';

/** Who sent this request; null where nobody is signed in. Roles are read fresh. */
export async function currentActor(): Promise<Actor | null> {
  const session = await getServerSession(authOptions());
  return session?.user.id ? loadActor(session.user.id) : null;
}
