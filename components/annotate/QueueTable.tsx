'use client';

import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { QueueEntry } from '@/lib/core/annotation/contract';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { IntentLink } from '@/components/ui/IntentLink';
import { api } from '@/components/ui/api';
import { OriginBadge } from './OriginBadge';
import { queueStateColors } from './queue-state-colors';

interface Props {
  readonly projectId: string;
  readonly entries: readonly QueueEntry[];
}

/** Who has it: the person themselves, whoever handed it in, and who is at it right now. */
function Who({ entry }: { readonly entry: QueueEntry }) {
  const t = useTranslations('annotate.queueTable');
  const { isMine, isSimulated, annotatorName, presentNames } = entry;
  const name = isMine ? 'me' : isSimulated ? '' : annotatorName;
  const others = presentNames.filter((present) => present !== annotatorName);
  return (
    <>
      {name}
      {presentNames.length > 0 && (
        <Text span size="xs" c="dimmed">{name ? ' · ' : ''}{others.length > 0 ? t('now', { others: others.join(', ') }) : t('nowLabel')}</Text>
      )}
    </>
  );
}

/** Why it was skipped and by whom, with the way back; or that several people label it. */
function Note({ entry, onPutBack }: { readonly entry: QueueEntry; readonly onPutBack: () => void }) {
  const t = useTranslations('annotate.queueTable');
  const { state, skippedReason, skippedByName, wanted } = entry;
  if (state !== 'skipped') return wanted > 1 ? t('labelledByPeople', { wanted }) : null;
  return (
    <Group gap={8}>
      <span>{skippedReason}{skippedByName !== null && ` · ${skippedByName}`}</span>
      <Button size="compact-xs" variant="default" onClick={onPutBack}>{t('putBack')}</Button>
    </Group>
  );
}

function QueueRow({ projectId, entry, onPutBack }: { readonly projectId: string; readonly entry: QueueEntry; readonly onPutBack: () => void }) {
  const states = useTranslations('annotate.queueStates');
  return (
    <Table.Tr>
      <Table.Td c="dimmed">{entry.position}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}><Text component={IntentLink} href={`/p/${projectId}/label/${entry.documentId}`} size="sm" fw={500}>{entry.name}</Text></Table.Td>
      <Table.Td>{entry.kind}</Table.Td>
      <Table.Td>{entry.pageCount}</Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          <Badge tt="none" variant="light" color={queueStateColors[entry.state]} miw="fit-content">{states(entry.state)}</Badge>
          {entry.isSimulated && <OriginBadge origin="simulated" />}
        </Group>
      </Table.Td>
      <Table.Td><Who entry={entry} /></Table.Td>
      <Table.Td c="dimmed" style={{ overflowWrap: 'anywhere' }}><Note entry={entry} onPutBack={onPutBack} /></Table.Td>
    </Table.Tr>
  );
}

/** Rows that are drawn at a time: a queue can hold ten thousand. */
const step = 200;

export function QueueTable({ projectId, entries }: Props) {
  const t = useTranslations('annotate.queueTable');
  const [shown, setShown] = useState(step);
  const queries = useQueryClient();
  const putBack = useMutation({
    mutationFn: (documentId: string) => api.post(`/api/projects/${projectId}/queue/${documentId}/skip`, { reason: null }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['queue', projectId] }),
  });
  return (
    <div className="hf-surface">
      {putBack.error && <ErrorNotice error={putBack.error} />}
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>#</Table.Th><Table.Th>{t('document')}</Table.Th><Table.Th>{t('kind')}</Table.Th><Table.Th>{t('pages')}</Table.Th>
            <Table.Th>{t('state')}</Table.Th><Table.Th>{t('who')}</Table.Th><Table.Th>{t('note')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.slice(0, shown).map((entry) => <QueueRow key={entry.documentId} projectId={projectId} entry={entry} onPutBack={() => putBack.mutate(entry.documentId)} />)}
        </Table.Tbody>
      </Table>
      {entries.length > shown && (
        <Group p="sm" gap="sm">
          <Button size="compact-sm" variant="default" onClick={() => setShown(shown + step)}>{t('showMore', { count: Math.min(step, entries.length - shown) })}</Button>
          <Text size="sm" c="dimmed">{t('shown', { shown, all: entries.length })}</Text>
        </Group>
      )}
    </div>
  );
}
