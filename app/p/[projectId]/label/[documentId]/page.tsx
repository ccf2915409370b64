import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LabelScreen } from '@/components/annotate/LabelScreen';
import { isAllowed } from '@/lib/core/access/roles';
import { currentActor } from '@/lib/server/auth/current-actor';
import { newId } from '@/lib/server/db/new-id';
import { openAnnotation } from '@/lib/server/use-cases/annotations/open-annotation';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('label') };

interface Props {
  readonly params: Promise<{ projectId: string; documentId: string }>;
}

export default async function Page({ params }: Props) {
  const [{ projectId, documentId }, actor] = await Promise.all([params, currentActor()]);
  if (!actor || !isAllowed(actor, 'annotations.label', projectId)) notFound();
  // Where this is refused, the screen asks again and shows why.
  const view = await openAnnotation(actor, { projectId, documentId, ahead: true }).catch(() => null);
  return <LabelScreen key={documentId} projectId={projectId} documentId={documentId} opened={view && { id: newId(), view }} />;
}
