import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DocumentPage } from '@/components/documents/DocumentPage';
import { isAllowed } from '@/lib/core/access/roles';
import { isAppError } from '@/lib/core/errors/app-error';
import { currentActor } from '@/lib/server/auth/current-actor';
import { getDocument } from '@/lib/server/use-cases/documents/get-document';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('document') };

interface Props {
  readonly params: Promise<{ projectId: string; documentId: string }>;
}

export default async function Page({ params }: Props) {
  const { projectId, documentId } = await params;
  const actor = await currentActor();
  if (!actor || !isAllowed(actor, 'documents.view', projectId)) notFound();
  const document = await getDocument(actor, { projectId, documentId }).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'not-found') return notFound();
    throw error;
  });
  // Dates become text on the way to the browser, as they would in JSON.
  const sent = {
    ...document,
    createdAt: document.createdAt.toISOString(),
    annotations: document.annotations?.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() })) ?? null,
    predictions: document.predictions?.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) ?? null,
  };
  return (
    <DocumentPage
      projectId={projectId}
      document={sent}
      canManage={isAllowed(actor, 'documents.manage', projectId)}
      canLabel={isAllowed(actor, 'annotations.label', projectId)}
    />
  );
}
