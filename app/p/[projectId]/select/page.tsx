import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SelectPage } from '@/components/selection/SelectPage';
import { isAllowed } from '@/lib/core/access/roles';
import { currentActor } from '@/lib/server/auth/current-actor';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('select') };

export default async function Page({ params }: { readonly params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const actor = await currentActor();
  if (!actor || !isAllowed(actor, 'selection.view', projectId)) notFound();
  return <SelectPage projectId={projectId} canRun={isAllowed(actor, 'selection.run', projectId)} />;
}
