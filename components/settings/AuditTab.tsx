'use client';

import { Button, Group, Loader, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../ui/api';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { type AuditEvent, AuditTable } from './AuditTable';
import { useUrlFilters } from './use-url-filters';

interface Props {
  readonly projectId: string;
  readonly isWorkbenchAdmin: boolean;
}

interface AuditPage {
  readonly events: readonly AuditEvent[];
  readonly nextBefore: string | null;
}

interface AuditFilters {
  readonly actions: readonly string[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly email: string; readonly isMachine: boolean }[];
}

/** Who did or looked at what, newest first; filters stand in the URL. */
export function AuditTab({ projectId, isWorkbenchAdmin }: Props) {
  const t = useTranslations('settings.auditTab');
  const { values, set, clear } = useUrlFilters(['scope', 'person', 'action'] as const);
  const { scope, person: userId, action } = values;
  const path = `/api/projects/${projectId}/audit`;
  const choices = useQuery({
    queryKey: ['audit-filters', projectId, scope],
    queryFn: ({ signal }) => api.get<AuditFilters>(`${path}/filters`, { scope }, signal),
  });
  const log = useInfiniteQuery({
    queryKey: ['audit', projectId, values],
    queryFn: ({ pageParam, signal }) => api.get<AuditPage>(path, { scope, userId, action, before: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextBefore,
  });
  const events = log.data?.pages.flatMap((page) => page.events) ?? [];
  const isFiltered = userId !== null || action !== null;
  return (
    <Stack gap="sm" maw={1080}>
      <Group gap="xs">
        {isWorkbenchAdmin && (
          <SegmentedControl
            aria-label={t('whichEvents')}
            value={scope ?? 'project'}
            onChange={(chosen) => set({ scope: chosen === 'project' ? null : chosen, person: null, action: null })}
            data={[
              { value: 'project', label: t('project') },
              { value: 'workbench', label: t('workbench') },
            ]}
          />
        )}
        <Select
          aria-label={t('person')}
          placeholder={t('anybody')}
          clearable
          searchable
          value={userId}
          onChange={(chosen) => set({ person: chosen })}
          data={(choices.data?.people ?? []).map(({ id, name, isMachine }) => ({ value: id, label: isMachine ? t('machine', { name }) : name }))}
        />
        <Select
          aria-label={t('action')}
          placeholder={t('anyAction')}
          clearable
          searchable
          value={action}
          onChange={(chosen) => set({ action: chosen })}
          data={choices.data?.actions ?? []}
        />
        {isFiltered && (
          <Button variant="subtle" color="gray" onClick={() => clear(['person', 'action'])} leftSection={<IconX size={14} />}>
            {t('clearFilters')}
          </Button>
        )}
      </Group>
      {log.error && <ErrorNotice error={log.error} onRetry={() => void log.refetch()} />}
      {log.isPending && <Loader size="sm" aria-label={t('loadingAuditLog')} />}
      {log.data && events.length === 0 && (
        <EmptyState title={isFiltered ? t('nothingFitsTheseFilters') : t('nothingHasHappenedYet')}>
          {t('everyPageLooked')}
        </EmptyState>
      )}
      {events.length > 0 && <AuditTable projectId={projectId} events={events} />}
      {events.length > 0 && (
        <Group>
          {log.hasNextPage ? (
            <Button variant="default" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              {t('olderEvents')}
            </Button>
          ) : (
            <Text size="xs" c="dimmed">
              {t('allOfEvents', { count: events.length })}
            </Text>
          )}
        </Group>
      )}
    </Stack>
  );
}
