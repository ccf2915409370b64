'use client';

import { Grid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import { CheckpointFigures } from './CheckpointFigures';
import { LoopStrip } from './LoopStrip';
import { RecentRounds } from './RecentRounds';
import { RewardCurve } from './RewardCurve';
import type { Overview } from './overview';
import { describeStations } from './stations';

interface Props {
  readonly projectId: string;
  readonly initial: Overview;
}

/** The loop as it stands: what this product is, in five seconds. */
export function Home({ projectId, initial }: Props) {
  const t = useTranslations('home.home');
  const stationWords = useTranslations('home.stations');
  const states = useTranslations('rounds.states');
  const { data, error, refetch } = useQuery({
    queryKey: ['overview', projectId],
    queryFn: ({ signal }) => api.get<Overview>(`/api/projects/${projectId}/overview`, undefined, signal),
    initialData: initial,
    refetchInterval: 5_000,
  });
  return (
    <>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <LoopStrip stations={describeStations(stationWords, states, data, projectId)} />
      {data.stations.imported === 0 && (
        <Text c="dimmed" mt="sm" px={4}>
          {t('fromAboutLabelledDocuments')}
        </Text>
      )}
      <Grid gap="sm" mt="sm">
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <CheckpointFigures overview={data} projectId={projectId} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <RewardCurve overview={data} projectId={projectId} />
        </Grid.Col>
        <Grid.Col span={12}>
          <RecentRounds overview={data} projectId={projectId} />
        </Grid.Col>
      </Grid>
    </>
  );
}
