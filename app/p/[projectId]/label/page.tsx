import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NextDocument } from '@/components/annotate/NextDocument';
import { QueueScreen } from '@/components/annotate/QueueScreen';
import { isAllowed } from '@/lib/core/access/roles';
import { currentActor } from '@/lib/server/auth/current-actor';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('label') };

interface Props {
  readonly params: Promise<{ projectId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: Props) {
  const [{ projectId }, { queue }, actor] = await Promise.all([params, searchParams, currentActor()]);
  if (!actor || !isAllowed(actor, 'annotations.label', projectId)) notFound();
  if (queue === undefined) return <NextDocument projectId={projectId} />;
  return <QueueScreen projectId={projectId} canSelect={isAllowed(actor, 'selection.run', projectId)} />;
}
