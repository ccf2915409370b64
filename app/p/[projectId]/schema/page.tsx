import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SchemaPage } from '@/components/schema/SchemaPage';
import { isAllowed } from '@/lib/core/access/roles';
import { currentActor } from '@/lib/server/auth/current-actor';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('schema') };

export default async function Page({ params }: { readonly params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const actor = await currentActor();
  if (!actor || !isAllowed(actor, 'schema.view', projectId)) notFound();
  return <SchemaPage projectId={projectId} canEdit={isAllowed(actor, 'schema.edit', projectId)} />;
}
