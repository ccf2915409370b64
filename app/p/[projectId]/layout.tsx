import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Frame } from '@/components/frame/Frame';
import { currentActor } from '@/lib/server/auth/current-actor';
import { findPerson } from '@/lib/server/repositories/person';
import { getMyKeys } from '@/lib/server/use-cases/people/get-my-keys';
import { listMyProjects } from '@/lib/server/use-cases/projects/list-my-projects';

interface Props {
  readonly params: Promise<{ projectId: string }>;
  readonly children: ReactNode;
}

export default async function ProjectLayout({ params, children }: Props) {
  const { projectId } = await params;
  const actor = await currentActor();
  if (!actor) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`/p/${projectId}`)}`);
  const [projects, person, ownKeys] = await Promise.all([listMyProjects(actor, {}), findPerson(actor.userId), getMyKeys(actor, {})]);
  const project = projects.find(({ id }) => id === projectId);
  if (!project || !person) notFound();
  return (
    <Frame actor={actor} person={person} project={project} projects={projects} ownKeys={ownKeys}>
      {children}
    </Frame>
  );
}
