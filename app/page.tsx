import { redirect } from 'next/navigation';
import { currentActor } from '@/lib/server/auth/current-actor';
import { listMyProjects } from '@/lib/server/use-cases/projects/list-my-projects';

/** Straight to the only project, or to the choice of one. */
export default async function StartPage() {
  const actor = await currentActor();
  if (!actor) redirect('/sign-in');
  const projects = await listMyProjects(actor, {});
  const [only] = projects;
  redirect(projects.length === 1 && only ? `/p/${only.id}` : '/projects');
}
