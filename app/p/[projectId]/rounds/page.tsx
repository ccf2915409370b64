import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RoundsPage } from '@/components/rounds/RoundsPage';
import { isAllowed } from '@/lib/core/access/roles';
import { currentActor } from '@/lib/server/auth/current-actor';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('rounds') };

export default async function Page({ params }: { readonly params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const actor = await currentActor();
  if (!actor || !isAllowed(actor, 'rounds.view', projectId)) notFound();
  return <RoundsPage projectId={projectId} canRun={isAllowed(actor, 'rounds.run', projectId)} />;
}
