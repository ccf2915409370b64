'use client';

import { Anchor, Skeleton, Table, Text, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { PassRate } from '@/lib/core/round/pass-rates';
import { api } from '../ui/api';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { PassRateLine } from './PassRateLine';

export interface PassRateView extends PassRate {
  readonly name: string;
}

interface Props {
  readonly projectId: string;
  readonly roundId: string;
  readonly isOver: boolean;
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

/** How each training document came to be read, the hardest first; a press shows its completions. */
export function DocumentsTab({ projectId, roundId, isOver }: Props) {
  const t = useTranslations('rounds.documentsTab');
  const { data, error, refetch } = useQuery({
    queryKey: ['pass-rates', roundId],
    queryFn: ({ signal }) => api.get<{ documents: readonly PassRateView[] }>(`/api/projects/${projectId}/rounds/${roundId}/pass-rates`, undefined, signal),
    refetchInterval: isOver ? false : 5_000,
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={240} />;
  if (data.documents.length === 0) return <EmptyState title={t('nothingYet')}>{t('asSoonAs')}</EmptyState>;
  return (
    <div className="hf-surface" style={{ overflowX: 'auto' }}>
      <Table verticalSpacing={3} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('document')}</Table.Th>
            <Table.Th ta="right">
              <Tooltip label={t('seenExplanation')}>
                <span>{t('seen')}</span>
              </Tooltip>
            </Table.Th>
            <Table.Th ta="right">{t('first')}</Table.Th>
            <Table.Th ta="right">
              <Tooltip label={t('shareExplanation')}>
                <span>{t('last')}</span>
              </Tooltip>
            </Table.Th>
            <Table.Th>{t('overSteps')}</Table.Th>
            <Table.Th ta="right">
              <Tooltip label={t('zeroVarianceExplanation')}>
                <span>{t('zeroVariance')}</span>
              </Tooltip>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.documents.map(({ documentId, name, seen, first, last, zeroVariance, points }) => (
            <Table.Tr key={documentId}>
              <Table.Td>
                <Anchor component={Link} size="sm" href={`?tab=rollouts&document=${documentId}`} scroll={false}>
                  {name}
                </Anchor>
              </Table.Td>
              <Table.Td ta="right">{seen}</Table.Td>
              <Table.Td ta="right">{percent(first)}</Table.Td>
              <Table.Td ta="right">
                <Text span size="sm" fw={600}>
                  {percent(last)}
                </Text>
              </Table.Td>
              <Table.Td>
                <PassRateLine points={points} />
              </Table.Td>
              <Table.Td ta="right">{percent(zeroVariance)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
