'use client';

import { Badge, Code, Loader, Stack, Table, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../ui/api';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { RelativeTime } from '../ui/RelativeTime';
import { describeCapabilities } from './describe-capabilities';

interface Worker {
  readonly id: string;
  readonly kind: string;
  readonly capabilities: unknown;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly isUp: boolean;
}

/** What reads pages, trains and evaluates: which processes are up, and since when. */
export function WorkersTab({ projectId }: { readonly projectId: string }) {
  const t = useTranslations('settings.workersTab');
  const workers = useQuery({
    queryKey: ['workers', projectId],
    queryFn: ({ signal }) => api.get<readonly Worker[]>(`/api/projects/${projectId}/workers`, undefined, signal),
    refetchInterval: 5_000,
  });
  if (workers.error) return <ErrorNotice error={workers.error} onRetry={() => void workers.refetch()} />;
  if (!workers.data) return <Loader size="sm" aria-label={t('loadingWorkers')} />;
  if (workers.data.length === 0) {
    return (
      <EmptyState title={t('noWorkerWasSeen')}>
        {t.rich('pagesNotRead', { code: (chunks) => <Code>{chunks}</Code> })}
      </EmptyState>
    );
  }
  return (
    <Stack gap="sm" maw={1080}>
      <Text size="sm" c="dimmed">
        {t('processesReadPagesTrain')}
      </Text>
      <div className="hf-surface">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('worker')}</Table.Th>
              <Table.Th>{t('state')}</Table.Th>
              <Table.Th>{t('started')}</Table.Th>
              <Table.Th>{t('lastHeardOf')}</Table.Th>
              <Table.Th>{t('canDo')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {workers.data.map(({ id, kind, capabilities, startedAt, seenAt, isUp }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <span className="hf-mono">{id}</span>{' '}
                  <Text span size="xs" c="dimmed">
                    {kind}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Badge
                    variant="light"
                    size="sm"
                    color={isUp ? 'green' : 'gray'}
                    leftSection={isUp ? <IconCheck size={12} /> : <IconX size={12} />}
                  >
                    {isUp ? t('up') : t('silent')}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  <RelativeTime at={startedAt} />
                </Table.Td>
                <Table.Td>
                  <RelativeTime at={seenAt} />
                </Table.Td>
                <Table.Td>{describeCapabilities(t, capabilities)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Stack>
  );
}
