'use client';

import { Code, Group, Select, Skeleton, Table, Text, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../ui/api';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { type RolloutView, RolloutDiff } from './RolloutDiff';

interface RolloutPage {
  readonly steps: readonly number[];
  readonly step: number;
  readonly rollouts: readonly RolloutView[];
}

interface Props {
  readonly projectId: string;
  readonly roundId: string;
  readonly isOver: boolean;
}

const signed = (value: number): string =>
  Math.abs(value) < 0.005 ? '0' : `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(2)}`;

function colourOf(advantage: number): string {
  if (Math.abs(advantage) < 0.005) return 'dimmed';
  return advantage > 0 ? 'var(--hf-right)' : 'var(--hf-wrong)';
}

/** A sample of completions: what was tried, what it earned, what it was better than. */
export function RolloutsTab({ projectId, roundId, isOver }: Props) {
  const t = useTranslations('rounds.rolloutsTab');
  const [step, setStep] = useState<number | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['rollouts', roundId, step],
    queryFn: ({ signal }) => api.get<RolloutPage>(`/api/projects/${projectId}/rounds/${roundId}/rollouts`, { step }, signal),
    placeholderData: (previous) => previous,
    refetchInterval: isOver ? false : 5_000,
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={240} />;
  if (data.steps.length === 0) {
    return <EmptyState title={t('noCompletionsKeptYet')}>{t('someOfEachSteps')}</EmptyState>;
  }
  const bestOf = (documentId: string): RolloutView | undefined =>
    data.rollouts.filter((one) => one.documentId === documentId).reduce((best, one) => (one.reward > best.reward ? one : best));
  return (
    <>
      <Group mb="xs" gap="sm">
        <Select
          aria-label={t('step')}
          w={140}
          searchable
          value={String(data.step)}
          data={data.steps.map((one) => ({ value: String(one), label: t('stepNumber', { number: one }) }))}
          onChange={(value) => setStep(value === null ? null : Number(value))}
        />
        <Text size="sm" c="dimmed">
          {t('sampledCompletionsEachShown', { count: data.rollouts.length })}
        </Text>
      </Group>
      <div className="hf-surface" style={{ overflowX: 'auto' }}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('document')}</Table.Th>
              <Table.Th ta="right">{t('reward')}</Table.Th>
              <Table.Th ta="right">
                <Tooltip label={t('howMuchBetterThan')}>
                  <span>{t('advantage')}</span>
                </Tooltip>
              </Table.Th>
              <Table.Th>{t('againstBestOfGroup')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.rollouts.map((rollout, place) => (
              <Table.Tr key={`${rollout.documentId}-${place}`} style={{ verticalAlign: 'top' }}>
                <Table.Td>{rollout.documentName}</Table.Td>
                <Table.Td ta="right">{rollout.reward.toFixed(3)}</Table.Td>
                <Table.Td ta="right" c={colourOf(rollout.advantage)}>
                  {signed(rollout.advantage)}
                </Table.Td>
                <Table.Td>
                  <RolloutDiff rollout={rollout} best={bestOf(rollout.documentId) ?? rollout} />
                  <details>
                    <summary style={{ cursor: 'pointer', fontSize: 12, color: 'var(--hf-muted)' }}>{t('wholeCompletion')}</summary>
                    <Code block fz={12} mah={240} style={{ overflow: 'auto', whiteSpace: 'pre-wrap' }}>
                      {rollout.completion}
                    </Code>
                  </details>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}
