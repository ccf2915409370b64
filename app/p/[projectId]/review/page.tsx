import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReviewPage } from '@/components/review/ReviewPage';
import { isAllowed } from '@/lib/core/access/roles';
import { currentActor } from '@/lib/server/auth/current-actor';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('review') };

export default async function Page({ params }: { readonly params: Promise<{ projectId: string }> }) {
  const [{ projectId }, actor] = await Promise.all([params, currentActor()]);
  if (!actor || !isAllowed(actor, 'annotations.review', projectId)) notFound();
  return <ReviewPage projectId={projectId} seesHoneypots={isAllowed(actor, 'assignment.manage', projectId)} />;
}
