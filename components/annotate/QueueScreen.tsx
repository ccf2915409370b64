'use client';

import { Badge, Button, Chip, Group, Loader, Progress, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { queueStates, type QueueEntry, type QueueState, type QueueView } from '@/lib/core/annotation/contract';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { PageHeader } from '@/components/ui/PageHeader';
import { api } from '@/components/ui/api';
import { LeftBehindNotice } from './LabelNotices';
import { OriginBadge } from './OriginBadge';

const stateWords: Readonly<Record<QueueState, { readonly text: string; readonly color: string }>> = {
  waiting: { text: 'waiting', color: 'gray' },
  draft: { text: 'begun', color: 'blue' },
  elsewhere: { text: 'somebody is at it', color: 'gray' },
  returned: { text: 'sent back', color: 'orange' },
  submitted: { text: 'in review', color: 'teal' },
  accepted: { text: 'gold', color: 'green' },
  skipped: { text: 'skipped', color: 'gray' },
};

interface Props {
  readonly projectId: string;
  readonly canSelect: boolean;
}

function QueueRow({ projectId, entry }: { readonly projectId: string; readonly entry: QueueEntry }) {
  const { text, color } = stateWords[entry.state];
  const href = `/p/${projectId}/label/${entry.documentId}`;
  return (
    <Table.Tr>
      <Table.Td c="dimmed">{entry.position}</Table.Td>
      <Table.Td><Text component={Link} href={href} size="sm" fw={500}>{entry.name}</Text></Table.Td>
      <Table.Td>{entry.kind}</Table.Td>
      <Table.Td>{entry.pageCount}</Table.Td>
      <Table.Td>
        <Group gap={6}>
          <Badge tt="none" variant="light" color={color}>{text}</Badge>
          {entry.isSimulated && <OriginBadge origin="simulated" />}
        </Group>
      </Table.Td>
      <Table.Td>{entry.isMine ? 'me' : entry.isSimulated ? '' : entry.annotatorName}</Table.Td>
      <Table.Td c="dimmed">{entry.skippedReason}</Table.Td>
    </Table.Tr>
  );
}

/** Filter by state, kept in the URL. */
function useStateFilter() {
  const router = useRouter();
  const path = usePathname();
  const parameters = useSearchParams();
  const chosen = queueStates.find((state) => state === parameters.get('state')) ?? null;
  const choose = (state: string | string[] | null) =>
    router.replace(`${path}?queue${typeof state === 'string' && state !== 'all' ? `&state=${state}` : ''}`);
  return { chosen, choose };
}

/** The labelling queue in the order of the picks, one's own open work first. */
export function QueueScreen({ projectId, canSelect }: Props) {
  const { data, error, refetch } = useQuery({
    queryKey: ['queue', projectId],
    queryFn: () => api.get<QueueView>(`/api/projects/${projectId}/queue`),
  });
  const { chosen, choose } = useStateFilter();
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loader size="sm" aria-label="Loading the queue" />;
  const { entries, counts } = data;
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
  const done = counts.submitted + counts.accepted;
  const open = counts.waiting + counts.draft + counts.returned;
  return (
    <Stack gap="sm">
      <PageHeader
        title="Label"
        detail={`${done} of ${entries.length} labelled, ${counts.submitted} in review`}
        actions={open > 0 && <Button component={Link} href={`/p/${projectId}/label`}>Continue: {open} left</Button>}
      />
      <Progress value={(100 * done) / entries.length} size="sm" aria-label="Labelled" />
      <LeftBehindNotice projectId={projectId} documentId={null} />
      {open === 0 && <Text size="sm">Everything that is open to you is labelled. What reviewers send back appears here.</Text>}
      <Chip.Group value={chosen ?? 'all'} onChange={choose}>
        <Group gap={6}>
          <Chip size="xs" value="all">all {entries.length}</Chip>
          {queueStates.filter((state) => counts[state] > 0).map((state) => (
            <Chip key={state} size="xs" value={state}>{stateWords[state].text} {counts[state]}</Chip>
          ))}
        </Group>
      </Chip.Group>
      <div className="hf-surface">
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>#</Table.Th><Table.Th>Document</Table.Th><Table.Th>Kind</Table.Th><Table.Th>Pages</Table.Th>
              <Table.Th>State</Table.Th><Table.Th>Who</Table.Th><Table.Th>Note</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.filter(({ state }) => chosen === null || state === chosen).map((entry) => (
              <QueueRow key={entry.documentId} projectId={projectId} entry={entry} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Stack>
  );
}
