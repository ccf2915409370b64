import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdjudicationScreen } from '@/components/review/AdjudicationScreen';
import { isAllowed } from '@/lib/core/access/roles';
import { currentActor } from '@/lib/server/auth/current-actor';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('settle') };

interface Props {
  readonly params: Promise<{ projectId: string; documentId: string }>;
}

export default async function Page({ params }: Props) {
  const [{ projectId, documentId }, actor] = await Promise.all([params, currentActor()]);
  if (!actor || !isAllowed(actor, 'annotations.review', projectId)) notFound();
  return <AdjudicationScreen key={documentId} projectId={projectId} documentId={documentId} />;
}
