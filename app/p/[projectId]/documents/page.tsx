import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DocumentsPage } from '@/components/documents/DocumentsPage';
import { isAllowed } from '@/lib/core/access/roles';
import { currentActor } from '@/lib/server/auth/current-actor';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('documents') };

export default async function Page({ params }: { readonly params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const actor = await currentActor();
  if (!actor || !isAllowed(actor, 'documents.view', projectId)) notFound();
  return (
    <DocumentsPage
      projectId={projectId}
      canImport={isAllowed(actor, 'documents.import', projectId)}
      canManage={isAllowed(actor, 'documents.manage', projectId)}
    />
  );
}
