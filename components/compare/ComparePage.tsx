'use client';

import { Button, Skeleton } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { CheckpointView } from '../rounds/round-view';
import { api } from '../ui/api';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { PageHeader } from '../ui/PageHeader';
import { CheckpointPicker } from './CheckpointPicker';
import { Comparison } from './Comparison';
import { useCompareUrl } from './use-compare-url';
import { useTransfer } from './use-transfer';

interface Props {
  readonly projectId: string;
  readonly canPromote: boolean;
}

/** Where nobody chose: all of the newest round, its start first, so that RL gets no credit that is not its own. */
function defaultIds(checkpoints: readonly CheckpointView[]): string[] {
  const trained = checkpoints.find(({ role }) => role === 'trained');
  const ofRound = (wanted: string) => checkpoints.find(({ role, roundId }) => role === wanted && roundId === trained?.roundId);
  const [start, all] = [ofRound('warm-start'), ofRound('warm-start-all')];
  if (trained && start) return [start.id, ...(all ? [all.id] : []), trained.id];
  return checkpoints.slice(0, 2).map(({ id }) => id).toReversed();
}

/** Which checkpoints, their figures, then document by document. */
export function ComparePage({ projectId, canPromote }: Props) {
  const t = useTranslations('compare.comparePage');
  const [address, change] = useCompareUrl();
  const { data, error, refetch } = useQuery({
    queryKey: ['checkpoints', projectId],
    queryFn: ({ signal }) => api.get<CheckpointView[]>(`/api/projects/${projectId}/checkpoints`, undefined, signal),
  });
  const transfer = useTransfer(projectId, address.ids, false);
  const suites = transfer.data?.suites.map(({ suite }) => suite) ?? [];
  const isUnchosen = address.ids.length === 0;
  useEffect(() => {
    // Only at first sight: who clears the choice wants to choose.
    if (data && data.length > 0 && isUnchosen && !window.location.search.includes('ids=')) change({ ids: defaultIds(data) });
  }, [data, isUnchosen, change]);
  return (
    <>
      <PageHeader
        title={t('compare')}
        actions={data && data.length > 0 && <CheckpointPicker checkpoints={data} suites={suites} address={address} onChange={change} />}
      />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton h={200} />}
      {data?.length === 0 && (
        <EmptyState
          title={t('noCheckpointYet')}
          icon={<IconArrowsDiff size={32} stroke={1.4} />}
          action={<Button component={Link} href={`/p/${projectId}/rounds`}>{t('toRounds')}</Button>}
        >
          {t('roundPushesThreeBack')}
        </EmptyState>
      )}
      {address.ids.length > 0 && (
        <Comparison projectId={projectId} canPromote={canPromote} address={address} onChange={change} />
      )}
    </>
  );
}
