'use client';

import { Button, Skeleton } from '@mantine/core';
import { IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../ui/api';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { PageHeader } from '../ui/PageHeader';
import { RoundTable } from './RoundTable';
import { StartRoundSheet } from './start/StartRoundSheet';
import type { RoundView } from './round-view';

interface Props {
  readonly projectId: string;
  readonly canRun: boolean;
}

interface Page {
  readonly rounds: readonly RoundView[];
  readonly next: string | null;
}

/** Every round, newest first; live while one runs. */
export function RoundsPage({ projectId, canRun }: Props) {
  const t = useTranslations('rounds.roundsPage');
  const router = useRouter();
  const path = usePathname();
  // A link elsewhere may ask for a round that goes on from a checkpoint.
  const continueFrom = useSearchParams().get('continue');
  const [isStarting, setStarting] = useState(continueFrom !== null);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['rounds', projectId],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page>(`/api/projects/${projectId}/rounds`, { before: pageParam, take: 50 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.rounds.some(({ isOver }) => !isOver)) ? 1_500 : 15_000,
  });
  const close = (): void => {
    setStarting(false);
    if (continueFrom !== null) router.replace(path, { scroll: false });
  };
  const rounds = data?.pages.flatMap((page) => page.rounds) ?? [];
  const start = canRun && (
    <Button leftSection={<IconPlayerPlay size={16} />} onClick={() => setStarting(true)}>
      {t('startRound')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('rounds')}
        detail={t('eachTrainsOnAccepted')}
        actions={rounds.length > 0 && start}
      />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton h={160} />}
      {data && rounds.length === 0 && (
        <EmptyState title={t('noRoundYet')} icon={<IconRefresh size={32} stroke={1.4} />} action={start}>
          {t('roundTrainsSpecialist')}
        </EmptyState>
      )}
      {rounds.length > 0 && <RoundTable projectId={projectId} rounds={rounds} />}
      {hasNextPage && (
        <Button variant="subtle" mt="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('showOlderRounds')}
        </Button>
      )}
      {canRun && <StartRoundSheet projectId={projectId} isOpen={isStarting} onClose={close} continueFrom={continueFrom} />}
    </>
  );
}
