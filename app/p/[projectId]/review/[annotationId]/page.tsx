import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReviewScreen } from '@/components/review/ReviewScreen';
import { isAllowed } from '@/lib/core/access/roles';
import { currentActor } from '@/lib/server/auth/current-actor';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('review') };

interface Props {
  readonly params: Promise<{ projectId: string; annotationId: string }>;
}

export default async function Page({ params }: Props) {
  const [{ projectId, annotationId }, actor] = await Promise.all([params, currentActor()]);
  if (!actor || !isAllowed(actor, 'annotations.review', projectId)) notFound();
  return <ReviewScreen key={annotationId} projectId={projectId} annotationId={annotationId} />;
}
