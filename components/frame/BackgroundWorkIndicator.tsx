'use client';

import { Anchor, Button, Loader, Popover, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { RoundState } from '@/lib/core/round/state-machine';
import type { Translate } from '@/messages/translate';
import { api } from '../ui/api';

interface BackgroundWork {
  readonly reading: { readonly done: number; readonly total: number };
  readonly rounds: readonly {
    readonly id: string;
    readonly number: number;
    readonly state: RoundState;
    readonly step: number;
    readonly plannedSteps: number | null;
  }[];
  readonly isWorkerUp: boolean;
}

function summary(t: Translate<'frame.backgroundWorkIndicator'>, states: Translate<'rounds.states'>, { reading, rounds, isWorkerUp }: BackgroundWork): string {
  const parts = [
    ...(reading.done < reading.total ? [t('readingDocuments', { done: reading.done, total: reading.total })] : []),
    ...rounds.map(({ number, state }) => t('round', { number, state: states(state) })),
  ];
  if (!isWorkerUp) return parts.length > 0 ? t('workWithoutWorker', { parts: parts.join(', ') }) : t('noWorker');
  return parts.join(', ');
}

/** Small and live; opens a panel. Quiet while nothing runs. */
export function BackgroundWorkIndicator({ projectId }: { readonly projectId: string }) {
  const t = useTranslations('frame.backgroundWorkIndicator');
  const states = useTranslations('rounds.states');
  const { data } = useQuery({
    queryKey: ['background-work', projectId],
    queryFn: ({ signal }) => api.get<BackgroundWork>(`/api/projects/${projectId}/activity`, undefined, signal),
    refetchInterval: (query) => {
      const work = query.state.data;
      const isBusy = work && (work.reading.done < work.reading.total || work.rounds.length > 0);
      return isBusy ? 2_000 : 10_000;
    },
  });
  if (!data) return null;
  const text = summary(t, states, data);
  const isBusy = text !== '' && data.isWorkerUp;
  return (
    <Popover width={320} position="bottom-end" shadow="sm">
      <Popover.Target>
        <Button
          variant="subtle"
          color={data.isWorkerUp ? 'gray' : 'orange'}
          leftSection={
            isBusy ? <Loader size={12} /> : data.isWorkerUp ? <IconCircleCheck size={14} /> : <IconAlertTriangle size={14} />
          }
        >
          {text === '' ? t('idle') : text}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            {t('backgroundWork')}
          </Text>
          {!data.isWorkerUp && (
            <Text size="sm" c="orange">
              {t('noWorkerHasReported')}
            </Text>
          )}
          <Text size="sm">
            {t('readOfDocuments', { done: data.reading.done, total: data.reading.total })}
          </Text>
          <Progress
            value={data.reading.total === 0 ? 0 : (100 * data.reading.done) / data.reading.total}
            aria-label={t('documentsRead')}
          />
          {data.rounds.map(({ id, number, state, step, plannedSteps }) => (
            <Anchor key={id} component={Link} href={`/p/${projectId}/rounds/${id}`} size="sm">
              {plannedSteps ? t('roundAtStep', { number, state: states(state), step, plannedSteps }) : t('roundIn', { number, state: states(state) })}
            </Anchor>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
