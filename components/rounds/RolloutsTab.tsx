'use client';

import { Grid, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../ui/api';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { RolloutFilters } from './RolloutFilters';
import { RolloutInspector } from './RolloutInspector';
import { RolloutTable } from './RolloutTable';
import type { RolloutPage } from './rollout-view';

interface Props {
  readonly projectId: string;
  readonly roundId: string;
  readonly isOver: boolean;
}

/** Sampled completions: what was tried, what it earned, and leaf by leaf why. Step and document stand in the URL. */
export function RolloutsTab({ projectId, roundId, isOver }: Props) {
  const t = useTranslations('rounds.rolloutsTab');
  const router = useRouter();
  const query = useSearchParams();
  const [step, documentId] = [query.get('step'), query.get('document')];
  const [isVaryingOnly, setVaryingOnly] = useState(false);
  const [chosen, setChosen] = useState(0);
  const { data, error, refetch } = useQuery({
    queryKey: ['rollouts', roundId, step, documentId],
    queryFn: ({ signal }) => api.get<RolloutPage>(`/api/projects/${projectId}/rounds/${roundId}/rollouts`, { step, documentId }, signal),
    placeholderData: (previous) => previous,
    refetchInterval: isOver ? false : 5_000,
  });
  function show(changes: { readonly step?: string | null; readonly document?: string | null }): void {
    const next = new URLSearchParams(query);
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    setChosen(0);
    router.replace(`?${next.toString()}`, { scroll: false });
  }
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={240} />;
  if (data.steps.length === 0) {
    return <EmptyState title={t('noCompletionsKeptYet')}>{t('someOfEachSteps')}</EmptyState>;
  }
  const shown = isVaryingOnly ? data.rollouts.filter(({ isZeroVariance }) => !isZeroVariance) : data.rollouts;
  const inspected = shown[chosen] ?? shown[0];
  return (
    <>
      <RolloutFilters
        page={data}
        documentId={documentId}
        isVaryingOnly={isVaryingOnly}
        onVaryingOnly={(isOn) => {
          setVaryingOnly(isOn);
          setChosen(0);
        }}
        onStep={(value) => show({ step: value })}
        onDocument={(value) => show({ document: value })}
        projectId={projectId}
        roundId={roundId}
      />
      {inspected === undefined ? (
        <Text size="sm" c="dimmed">
          {t('noneLeft')}
        </Text>
      ) : (
        <Grid gap="sm">
          <Grid.Col span={{ base: 12, lg: 5 }}>
            <RolloutTable rollouts={shown} chosen={shown.indexOf(inspected)} onChoose={setChosen} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 7 }}>
            <RolloutInspector projectId={projectId} rollout={inspected} />
          </Grid.Col>
        </Grid>
      )}
    </>
  );
}
