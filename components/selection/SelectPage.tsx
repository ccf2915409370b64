'use client';

import { Button, Group, Loader, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Translate } from '@/messages/translate';
import { api } from '../ui/api';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { PageHeader } from '../ui/PageHeader';
import { GainCurve } from './GainCurve';
import { Knobs, type KnobValues } from './Knobs';
import { PickList } from './PickList';
import { PoolMap } from './PoolMap';
import classes from './selection.module.css';
import { type SelectionDetail, type SelectionSummary, findStrategy } from './types';

interface Props {
  readonly projectId: string;
  readonly canRun: boolean;
}

function describe(t: Translate<'selection.selectPage'>, selection: SelectionDetail): string {
  const { report, picks, state } = selection;
  const last = report.coverage.at(-1) ?? report.initialCoverage;
  return t('pickedFromCoverage', {
    count: picks.length,
    isShort: String(picks.length < selection.count),
    wanted: selection.count,
    poolSize: report.poolSize,
    coverage: (last * 100).toFixed(1),
    isFlat: String(Boolean(report.flattensAt)),
    flattensAt: report.flattensAt ?? 0,
    isCommitted: String(state === 'committed'),
  });
}

/** Knobs, the pool as a map, the picks with their reasons; then it is the queue. */
export function SelectPage({ projectId, canRun }: Props) {
  const t = useTranslations('selection.selectPage');
  const names = useTranslations('selection.strategies');
  const strategyName = (strategy: string): string => {
    const known = findStrategy(strategy);
    return known ? names(`${known}.name`) : strategy;
  };
  const base = `/api/projects/${projectId}/selections`;
  const router = useRouter();
  const client = useQueryClient();
  const shownId = useSearchParams().get('run');
  const [focused, setFocused] = useState<string | null>(null);

  const runs = useQuery({
    queryKey: ['selections', projectId],
    queryFn: ({ signal }) => api.get<SelectionSummary[]>(base, undefined, signal),
  });
  const currentId = shownId ?? runs.data?.[0]?.id ?? null;
  const current = useQuery({
    queryKey: ['selection', projectId, currentId],
    queryFn: ({ signal }) => api.get<SelectionDetail>(`${base}/${currentId}`, undefined, signal),
    enabled: currentId !== null,
    placeholderData: (previous) => previous,
  });
  const run = useMutation({
    mutationFn: ({ maxPerGroup, excludeNearDuplicatesAbove, ...knobs }: KnobValues) =>
      api.post<{ id: string; number: number; picked: number }>(base, {
        ...knobs,
        constraints: { maxPerGroup, excludeNearDuplicatesAbove },
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['selections', projectId] });
      router.replace(`/p/${projectId}/select?run=${id}`);
    },
  });
  const commit = useMutation({
    mutationFn: () => api.post<{ queued: number }>(`${base}/${currentId}/commit`),
    onSuccess: async ({ queued }) => {
      notifications.show({ message: t('documentsInQueue', { queued }) });
      await Promise.all([
        client.invalidateQueries({ queryKey: ['selections', projectId] }),
        client.invalidateQueries({ queryKey: ['selection', projectId, currentId] }),
      ]);
    },
  });
  const selection = current.data;
  const failed = runs.error ?? current.error ?? run.error ?? commit.error;
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('select')}
        detail={selection ? describe(t, selection) : t('whichDocumentsWorthLabelling')}
        actions={
          <>
            {runs.data && runs.data.length > 0 && (
              <Select
                aria-label={t('run')}
                w={250}
                value={currentId}
                allowDeselect={false}
                data={runs.data.map(({ id, number, strategy, _count, state }) => ({
                  value: id,
                  label: t('runNumber', { number, picks: _count.picks, strategy: strategyName(strategy), isCommitted: String(state === 'committed') }),
                }))}
                onChange={(id) => id && router.replace(`/p/${projectId}/select?run=${id}`)}
              />
            )}
            {selection?.state === 'committed' ? (
              <Button component={Link} href={`/p/${projectId}/label`}>
                {t('label')}
              </Button>
            ) : (
              <Button disabled={!selection || selection.picks.length === 0 || !canRun} loading={commit.isPending} onClick={() => commit.mutate()}>
                {t('putInQueue', { count: selection?.picks.length ?? 0 })}
              </Button>
            )}
          </>
        }
      />
      {failed && <ErrorNotice error={failed} />}
      <div className={classes.columns}>
        <Knobs isRunning={run.isPending} canRun={canRun} onRun={run.mutate} />
        {selection ? (
          <>
            <div className={classes.middle}>
              <PoolMap selection={selection} focused={focused} onFocus={setFocused} />
              <GainCurve selection={selection} />
            </div>
            <PickList projectId={projectId} picks={selection.picks} excluded={selection.report.excluded} focused={focused} onFocus={setFocused} />
          </>
        ) : (
          <div className={classes.empty}>
            {runs.isPending || current.isLoading ? (
              <Group justify="center" p="xl">
                <Loader size="sm" />
              </Group>
            ) : (
              <EmptyState title={t('nothingPickedYet')}>
                {t('setHowManyDocuments')}
              </EmptyState>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
