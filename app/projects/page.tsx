import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ProjectList } from '@/components/home/ProjectList';
import { currentActor } from '@/lib/server/auth/current-actor';
import { listMyProjects } from '@/lib/server/use-cases/projects/list-my-projects';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('projects') };

export default async function ProjectsPage() {
  const actor = await currentActor();
  if (!actor) redirect('/sign-in?callbackUrl=%2Fprojects');
  return <ProjectList projects={await listMyProjects(actor, {})} canCreate={actor.isAdmin} />;
}
