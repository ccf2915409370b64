'use client';

import { Loader, Select, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { diffSchemas } from '@/lib/core/schema/diff-schemas';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import { RelativeTime } from '../ui/RelativeTime';
import { ChangeList } from './ChangeList';
import classes from './schema.module.css';
import type { SchemaVersion } from './schema-version';

interface VersionSummary {
  readonly id: string;
  readonly number: number;
  readonly hash: string;
  readonly note: string;
  readonly createdAt: string;
  readonly _count: { readonly annotations: number; readonly rounds: number };
}

function useVersion(projectId: string, number: number) {
  return useQuery({
    queryKey: ['schema', projectId, number],
    queryFn: ({ signal }) => api.get<SchemaVersion>(`/api/projects/${projectId}/schema/versions/${number}`, undefined, signal),
    enabled: number > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** All versions, and what changed between any two. */
export function VersionList({ projectId, newest }: { readonly projectId: string; readonly newest: number }) {
  const t = useTranslations('schema.versionList');
  const [before, setBefore] = useState(Math.max(1, newest - 1));
  const [after, setAfter] = useState(newest);
  const versions = useQuery({
    queryKey: ['schema-versions', projectId],
    queryFn: ({ signal }) => api.get<VersionSummary[]>(`/api/projects/${projectId}/schema/versions`, undefined, signal),
  });
  const left = useVersion(projectId, before);
  const right = useVersion(projectId, after);
  if (versions.error) return <ErrorNotice error={versions.error} />;
  if (!versions.data) return <Loader size="sm" m="md" />;
  const choices = versions.data.map(({ number }) => ({ value: String(number), label: t('version', { number }) }));
  const changes = left.data && right.data ? diffSchemas(left.data.schema, right.data.schema) : [];
  return (
    <Stack gap="md" className={classes.preview ?? ''}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('versionLabel')}</Table.Th>
            <Table.Th ta="right">{t('annotations')}</Table.Th>
            <Table.Th ta="right">{t('rounds')}</Table.Th>
            <Table.Th>{t('note')}</Table.Th>
            <Table.Th ta="right">{t('saved')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.data.map(({ id, number, hash, note, createdAt, _count }) => (
            <Table.Tr key={id}>
              <Table.Td>
                {number} <span className="hf-mono hf-muted">{hash.slice(0, 8)}</span>
              </Table.Td>
              <Table.Td ta="right">{_count.annotations}</Table.Td>
              <Table.Td ta="right">{_count.rounds}</Table.Td>
              <Table.Td>{note}</Table.Td>
              <Table.Td ta="right">
                <RelativeTime at={createdAt} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {versions.data.length > 1 && (
        <>
          <div className={classes.compare}>
            <Select aria-label={t('fromVersion')} data={choices} value={String(before)} onChange={(value) => value && setBefore(Number(value))} />
            <span aria-hidden>→</span>
            <Select aria-label={t('toVersion')} data={choices} value={String(after)} onChange={(value) => value && setAfter(Number(value))} />
          </div>
          {changes.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('noDifference')}
            </Text>
          ) : (
            <ChangeList changes={changes} />
          )}
        </>
      )}
    </Stack>
  );
}
