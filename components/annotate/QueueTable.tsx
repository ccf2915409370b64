'use client';

import { Badge, Group, Table, Text } from '@mantine/core';
import Link from 'next/link';
import type { QueueEntry } from '@/lib/core/annotation/contract';
import { OriginBadge } from './OriginBadge';
import { queueStateWords } from './queue-state-words';

interface Props {
  readonly projectId: string;
  readonly entries: readonly QueueEntry[];
}

/** Who has it: the person themselves, whoever handed it in, and who is at it right now. */
function Who({ entry }: { readonly entry: QueueEntry }) {
  const { isMine, isSimulated, annotatorName, presentNames } = entry;
  const name = isMine ? 'me' : isSimulated ? '' : annotatorName;
  const others = presentNames.filter((present) => present !== annotatorName);
  return (
    <>
      {name}
      {presentNames.length > 0 && (
        <Text span size="xs" c="dimmed">{name ? ' · ' : ''}{others.length > 0 ? `${others.join(', ')} now` : 'now'}</Text>
      )}
    </>
  );
}

function QueueRow({ projectId, entry }: { readonly projectId: string; readonly entry: QueueEntry }) {
  const { text, color } = queueStateWords[entry.state];
  return (
    <Table.Tr>
      <Table.Td c="dimmed">{entry.position}</Table.Td>
      <Table.Td><Text component={Link} href={`/p/${projectId}/label/${entry.documentId}`} size="sm" fw={500}>{entry.name}</Text></Table.Td>
      <Table.Td>{entry.kind}</Table.Td>
      <Table.Td>{entry.pageCount}</Table.Td>
      <Table.Td>
        <Group gap={6}>
          <Badge tt="none" variant="light" color={color}>{text}</Badge>
          {entry.isSimulated && <OriginBadge origin="simulated" />}
        </Group>
      </Table.Td>
      <Table.Td><Who entry={entry} /></Table.Td>
      <Table.Td c="dimmed">{entry.skippedReason ?? (entry.wanted > 1 ? `labelled by ${entry.wanted} people` : '')}</Table.Td>
    </Table.Tr>
  );
}

export function QueueTable({ projectId, entries }: Props) {
  return (
    <div className="hf-surface">
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>#</Table.Th><Table.Th>Document</Table.Th><Table.Th>Kind</Table.Th><Table.Th>Pages</Table.Th>
            <Table.Th>State</Table.Th><Table.Th>Who</Table.Th><Table.Th>Note</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => <QueueRow key={entry.documentId} projectId={projectId} entry={entry} />)}
        </Table.Tbody>
      </Table>
    </div>
  );
}
