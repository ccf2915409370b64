import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReviewList } from '@/components/review/ReviewList';
import { isAllowed } from '@/lib/core/access/roles';
import { currentActor } from '@/lib/server/auth/current-actor';

export const metadata: Metadata = { title: 'Review' };

export default async function Page({ params }: { readonly params: Promise<{ projectId: string }> }) {
  const [{ projectId }, actor] = await Promise.all([params, currentActor()]);
  if (!actor || !isAllowed(actor, 'annotations.review', projectId)) notFound();
  return <ReviewList projectId={projectId} />;
}
