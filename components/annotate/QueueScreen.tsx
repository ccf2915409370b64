'use client';

import { Button, Chip, Group, Loader, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { queueStates, type QueueView } from '@/lib/core/annotation/contract';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { PageHeader } from '@/components/ui/PageHeader';
import { api } from '@/components/ui/api';
import { LeftBehindNotice } from './LabelNotices';
import { MySubmissions } from './MySubmissions';
import { queueStateWords } from './queue-state-words';
import { QueueTable } from './QueueTable';

interface Props {
  readonly projectId: string;
  readonly canSelect: boolean;
}

/** How often the list asks who is at what, in milliseconds. */
const lookAgainMs = 15_000;

/** Which list and which of its rows, kept in the URL: `?queue&state=draft&mine=1`, `?queue&view=mine`. */
function useQueueUrl() {
  const router = useRouter();
  const path = usePathname();
  const parameters = useSearchParams();
  const set = (name: string, value: string | null): void => {
    const next = new URLSearchParams(parameters);
    if (value === null) next.delete(name);
    else next.set(name, value);
    router.replace(`${path}?${next}`, { scroll: false });
  };
  return {
    state: queueStates.find((one) => one === parameters.get('state')) ?? null,
    onlyMine: parameters.get('mine') === '1',
    view: parameters.get('view') === 'mine' ? ('mine' as const) : ('queue' as const),
    set,
  };
}

/** The labelling queue in the order of the picks, one's own open work first. */
function Queue({ projectId, canSelect, data }: Props & { readonly data: QueueView }) {
  const { state, onlyMine, set } = useQueueUrl();
  const { entries, counts } = data;
  const mine = entries.filter(({ isMine }) => isMine).length;
  const shown = entries.filter((entry) => (state === null || entry.state === state) && (!onlyMine || entry.isMine));
  if (entries.length === 0) {
    return (
      <EmptyState
        title="Nothing is picked yet"
        {...(canSelect ? { action: <Button component={Link} href={`/p/${projectId}/select`}>Pick documents</Button> } : {})}
      >
        Documents to label are picked for their diversity. {canSelect ? 'Pick some, and they appear here in order.' : 'A lead of this project picks them; they appear here in order.'}
      </EmptyState>
    );
  }
  return (
    <>
      <Group gap="md">
        <Chip.Group value={state ?? 'all'} onChange={(next) => set('state', next === 'all' ? null : String(next))}>
          <Group gap={6}>
            <Chip size="xs" value="all">all {entries.length}</Chip>
            {queueStates.filter((one) => counts[one] > 0 || one === state).map((one) => (
              <Chip key={one} size="xs" value={one}>{queueStateWords[one].text} {counts[one]}</Chip>
            ))}
          </Group>
        </Chip.Group>
        <Chip size="xs" checked={onlyMine} onChange={(is) => set('mine', is ? '1' : null)}>mine {mine}</Chip>
      </Group>
      {shown.length === 0 ? (
        <EmptyState title="No document is like that" action={<Button variant="default" onClick={() => set('state', null)}>Show all states</Button>}>
          {onlyMine ? 'None of yours is in this state right now.' : 'None is in this state right now.'}
        </EmptyState>
      ) : (
        <QueueTable projectId={projectId} entries={shown} />
      )}
    </>
  );
}

/** What there is to label, and what the person has submitted. */
export function QueueScreen({ projectId, canSelect }: Props) {
  const { view, set } = useQueueUrl();
  const { data, error, refetch } = useQuery({
    queryKey: ['queue', projectId],
    queryFn: () => api.get<QueueView>(`/api/projects/${projectId}/queue`),
    refetchInterval: lookAgainMs,
  });
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loader size="sm" aria-label="Loading the queue" />;
  const { entries, counts } = data;
  const done = counts.submitted + counts.accepted;
  const open = counts.waiting + counts.draft + counts.returned;
  return (
    <Stack gap="sm">
      <PageHeader
        title="Label"
        detail={`${done} of ${entries.length} labelled, ${counts.submitted} in review`}
        actions={open > 0 && <Button component={Link} href={`/p/${projectId}/label`}>Continue: {open} left</Button>}
      />
      {entries.length > 0 && <Progress value={(100 * done) / entries.length} size="sm" aria-label="Labelled" />}
      <LeftBehindNotice projectId={projectId} documentId={null} />
      {entries.length > 0 && open === 0 && <Text size="sm">Everything that is open to you is labelled. What reviewers send back appears here.</Text>}
      <SegmentedControl
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        aria-label="Which list"
        value={view}
        onChange={(next) => set('view', next === 'mine' ? 'mine' : null)}
        data={[{ value: 'queue', label: 'The queue' }, { value: 'mine', label: 'My last 100' }]}
      />
      {view === 'mine' ? <MySubmissions projectId={projectId} /> : <Queue projectId={projectId} canSelect={canSelect} data={data} />}
    </Stack>
  );
}
