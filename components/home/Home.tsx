'use client';

import { Grid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
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
  const { data, error, refetch } = useQuery({
    queryKey: ['overview', projectId],
    queryFn: ({ signal }) => api.get<Overview>(`/api/projects/${projectId}/overview`, undefined, signal),
    initialData: initial,
    refetchInterval: 5_000,
  });
  return (
    <>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <LoopStrip stations={describeStations(data, projectId)} />
      {data.stations.imported === 0 && (
        <Text c="dimmed" mt="sm" px={4}>
          From about 100 labelled documents to a specialist extractor: the sampler picks which documents are worth
          labelling, people label them, a round trains on them, and reviewers promote the checkpoint that is better.
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
