'use client';

import { Anchor, Button, Loader, Popover, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { api } from '../ui/api';

interface BackgroundWork {
  readonly reading: { readonly done: number; readonly total: number };
  readonly rounds: readonly {
    readonly id: string;
    readonly number: number;
    readonly state: string;
    readonly step: number;
    readonly plannedSteps: number | null;
  }[];
  readonly isWorkerUp: boolean;
}

function summary({ reading, rounds, isWorkerUp }: BackgroundWork): string {
  const parts = [
    ...(reading.done < reading.total ? [`reading ${reading.done}/${reading.total}`] : []),
    ...rounds.map(({ number, state }) => `round ${number} ${state}`),
  ];
  if (!isWorkerUp) return parts.length > 0 ? `${parts.join(', ')}: no worker` : 'no worker';
  return parts.join(', ');
}

/** Small and live; opens a panel. Quiet while nothing runs. */
export function BackgroundWorkIndicator({ projectId }: { readonly projectId: string }) {
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
  const text = summary(data);
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
          {text === '' ? 'idle' : text}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            Background work
          </Text>
          {!data.isWorkerUp && (
            <Text size="sm" c="orange">
              No worker has reported for 20 seconds. Documents are not read and rounds wait until one is up.
            </Text>
          )}
          <Text size="sm">
            Read {data.reading.done} of {data.reading.total} documents
          </Text>
          <Progress
            value={data.reading.total === 0 ? 0 : (100 * data.reading.done) / data.reading.total}
            aria-label="Documents read"
          />
          {data.rounds.map(({ id, number, state, step, plannedSteps }) => (
            <Anchor key={id} component={Link} href={`/p/${projectId}/rounds/${id}`} size="sm">
              Round {number}: {state}
              {plannedSteps ? `, step ${step} of ${plannedSteps}` : ''}
            </Anchor>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
