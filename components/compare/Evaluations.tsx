'use client';

import { Button, Code, Skeleton, Table, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { describeRecheck, type RecheckOutcome } from '@/lib/core/evaluation/describe-recheck';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Figure } from '../ui/Figure';
import { RelativeTime } from '../ui/RelativeTime';
import { letterOf } from './comparison-view';
import { heldOutWords } from './transfer-view';

/** What GET /api/projects/ID/evaluations answers. */
interface EvaluationView {
  readonly id: string;
  readonly checkpointId: string;
  readonly split: string;
  readonly suite: string;
  readonly scoringVersion: string;
  readonly goldHash: string;
  readonly documents: number;
  readonly createdAt: string;
  readonly micro: { readonly f1: number; readonly low: number; readonly high: number };
  readonly isCheckable: boolean;
}

function Check({ projectId, evaluation }: { readonly projectId: string; readonly evaluation: EvaluationView }) {
  const t = useTranslations('compare.evaluations');
  const check = useMutation({
    mutationFn: () => api.get<RecheckOutcome>(`/api/projects/${projectId}/evaluations/${evaluation.id}/check`),
  });
  if (check.error) return <ErrorNotice error={check.error} />;
  if (check.data) {
    const Glyph = check.data.isSame ? IconCheck : IconAlertTriangle;
    return (
      <Text size="xs" role="status">
        <Glyph size={14} aria-hidden color={check.data.isSame ? 'var(--hf-right)' : 'var(--hf-near)'} style={{ verticalAlign: '-2px' }} />{' '}
        {describeRecheck(check.data).join(' ')}
      </Text>
    );
  }
  return (
    <Tooltip
      label={
        evaluation.isCheckable
          ? t('computesAgainFromStored')
          : t('scoredByStaysReadable', { scoringVersion: evaluation.scoringVersion })
      }
    >
      <Button size="compact-xs" variant="default" disabled={!evaluation.isCheckable} loading={check.isPending} onClick={() => check.mutate()}>
        {t('check')}
      </Button>
    </Tooltip>
  );
}

function EvaluationTable({ projectId, ids }: Props) {
  const t = useTranslations('compare.evaluations');
  const heldOut = useTranslations('compare.heldOut');
  const { data, error, refetch } = useQuery({
    queryKey: ['evaluations', projectId, ids],
    queryFn: ({ signal }) => api.get<readonly EvaluationView[]>(`/api/projects/${projectId}/evaluations`, { ids: ids.join(',') }, signal),
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={80} mt={6} />;
  return (
    <Table verticalSpacing={3}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={28} aria-label={t('letter')} />
          <Table.Th>{t('on')}</Table.Th>
          <Table.Th ta="right">{t('documents')}</Table.Th>
          <Table.Th ta="right">{t('f1')}</Table.Th>
          <Table.Th>{t('scoring')}</Table.Th>
          <Table.Th>{t('gold')}</Table.Th>
          <Table.Th>{t('made')}</Table.Th>
          <Table.Th w="34%">{t('comesOutSame')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.map((evaluation) => (
          <Table.Tr key={evaluation.id}>
            <Table.Td fw={600}>{letterOf(ids.indexOf(evaluation.checkpointId))}</Table.Td>
            <Table.Td>
              <Text size="sm" truncate maw={200} title={evaluation.suite}>
                {heldOutWords(heldOut, evaluation)}
              </Text>
            </Table.Td>
            <Table.Td ta="right">{evaluation.documents}</Table.Td>
            <Table.Td ta="right">
              <Figure value={evaluation.micro.f1} low={evaluation.micro.low} high={evaluation.micro.high} />
            </Table.Td>
            <Table.Td>{evaluation.scoringVersion}</Table.Td>
            <Table.Td>
              <Tooltip label={t('hashOfGold', { goldHash: evaluation.goldHash })} multiline maw={360} style={{ wordBreak: 'break-all' }}>
                <Code>{evaluation.goldHash.slice(0, 8)}</Code>
              </Tooltip>
            </Table.Td>
            <Table.Td>
              <RelativeTime at={evaluation.createdAt} />
            </Table.Td>
            <Table.Td>
              <Check projectId={projectId} evaluation={evaluation} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface Props {
  readonly projectId: string;
  readonly ids: readonly string[];
}

/** Every evaluation of the checkpoints shown, kept as it was made; each can be checked. */
export function Evaluations(props: Props) {
  const t = useTranslations('compare.evaluations');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary style={{ cursor: 'pointer', fontSize: 12 }}>{t('evaluationsEvery')}</summary>
      {isOpen && <EvaluationTable {...props} />}
    </details>
  );
}
