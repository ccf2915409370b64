import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RoundPage } from '@/components/rounds/RoundPage';
import { isAllowed } from '@/lib/core/access/roles';
import { isAppError } from '@/lib/core/errors/app-error';
import { currentActor } from '@/lib/server/auth/current-actor';
import { getRound } from '@/lib/server/use-cases/rounds/get-round';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('round') };

interface Props {
  readonly params: Promise<{ projectId: string; roundId: string }>;
}

export default async function Page({ params }: Props) {
  const { projectId, roundId } = await params;
  const actor = await currentActor();
  if (!actor || !isAllowed(actor, 'rounds.view', projectId)) notFound();
  const round = await getRound(actor, { projectId, roundId }).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'not-found') notFound();
    throw error;
  });
  return <RoundPage projectId={projectId} initial={round} canRun={isAllowed(actor, 'rounds.run', projectId)} />;
}
