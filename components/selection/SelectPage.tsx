'use client';

import { Button, Group, Loader, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { api } from '../ui/api';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { PageHeader } from '../ui/PageHeader';
import { GainCurve } from './GainCurve';
import { Knobs, type KnobValues } from './Knobs';
import { PickList } from './PickList';
import { PoolMap } from './PoolMap';
import classes from './selection.module.css';
import { type SelectionDetail, type SelectionSummary, strategyNames } from './types';

interface Props {
  readonly projectId: string;
  readonly canRun: boolean;
}

function describe(selection: SelectionDetail): string {
  const { report, picks, state } = selection;
  const last = report.coverage.at(-1) ?? report.initialCoverage;
  const flattens = report.flattensAt ? `; the curve flattens at ${report.flattensAt}` : '';
  const short = picks.length < selection.count ? ` of ${selection.count} wanted (the rules kept the others out)` : '';
  return `${picks.length}${short} picked from ${report.poolSize}, coverage ${(last * 100).toFixed(1)} %${flattens}${state === 'committed' ? '; in the queue' : ''}`;
}

/** Knobs, the pool as a map, the picks with their reasons; then it is the queue. */
export function SelectPage({ projectId, canRun }: Props) {
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
      notifications.show({ message: `${queued} documents are in the queue.` });
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
        title="Select"
        detail={selection ? describe(selection) : 'Which documents are worth labelling next'}
        actions={
          <>
            {runs.data && runs.data.length > 0 && (
              <Select
                aria-label="Run"
                w={250}
                value={currentId}
                allowDeselect={false}
                data={runs.data.map(({ id, number, strategy, _count, state }) => ({
                  value: id,
                  label: `Run ${number}: ${_count.picks}, ${strategyNames[strategy] ?? strategy}${state === 'committed' ? ' ✓' : ''}`,
                }))}
                onChange={(id) => id && router.replace(`/p/${projectId}/select?run=${id}`)}
              />
            )}
            {selection?.state === 'committed' ? (
              <Button component={Link} href={`/p/${projectId}/label`}>
                Label
              </Button>
            ) : (
              <Button disabled={!selection || selection.picks.length === 0 || !canRun} loading={commit.isPending} onClick={() => commit.mutate()}>
                Put {selection?.picks.length ?? 0} in the queue
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
              <EmptyState title="Nothing picked yet">
                Set how many documents you want and run the sampler. It picks documents that stand for many others, and says why for each.
              </EmptyState>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
