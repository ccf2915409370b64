import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ComparePage } from '@/components/compare/ComparePage';
import { isAllowed } from '@/lib/core/access/roles';
import { currentActor } from '@/lib/server/auth/current-actor';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('compare') };

export default async function Page({ params }: { readonly params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const actor = await currentActor();
  if (!actor || !isAllowed(actor, 'checkpoints.compare', projectId)) notFound();
  return <ComparePage projectId={projectId} canPromote={isAllowed(actor, 'checkpoints.promote', projectId)} />;
}
