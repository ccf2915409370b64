'use client';

import { Anchor, Badge, Code, Group, Skeleton, Table, Text, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { api } from '../ui/api';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Figure } from '../ui/Figure';
import { type CheckpointView, checkpointRoles } from './round-view';

function SplitFigure({ checkpoint, split }: { readonly checkpoint: CheckpointView; readonly split: string }) {
  const t = useTranslations('rounds.checkpointsTab');
  const found = checkpoint.figures.find((figure) => figure.split === split);
  if (!found) return <Text c="dimmed">—</Text>;
  return (
    <>
      <Figure value={found.micro.f1} low={found.micro.low} high={found.micro.high} />
      <Text size="xs" c="dimmed">
        {t('documents', { documents: found.documents })}
      </Text>
    </>
  );
}

interface Props {
  readonly projectId: string;
  readonly roundId: string;
  readonly isOver: boolean;
  readonly canRun: boolean;
}

/** What the round pushed back, each with its figures: RL gets no credit that is not its own. */
export function CheckpointsTab({ projectId, roundId, isOver, canRun }: Props) {
  const t = useTranslations('rounds.checkpointsTab');
  const roles = useTranslations('rounds.roles');
  const meaningOf = (role: string): string | null => {
    const known = checkpointRoles.find((name) => name === role);
    return known ? roles(`${known}.meaning`) : null;
  };
  const { data, error, refetch } = useQuery({
    queryKey: ['checkpoints', projectId, roundId],
    queryFn: ({ signal }) => api.get<CheckpointView[]>(`/api/projects/${projectId}/checkpoints`, { roundId }, signal),
    refetchInterval: isOver ? false : 2_000,
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={120} />;
  if (data.length === 0) return <EmptyState title={t('noCheckpointYet')}>{t('theyPushedBack')}</EmptyState>;
  const ordered = data.toSorted((a, b) => a.number - b.number);
  const canContinue = canRun && ordered.some(({ engine }) => engine !== 'embedded');
  const idOf = (role: string): string | undefined => ordered.find((one) => one.role === role)?.id;
  const trained = idOf('trained');
  const starts = [
    { id: idOf('warm-start'), words: t('compareWarmStart') },
    { id: idOf('warm-start-all'), words: t('compareWarmStartOnAll') },
  ];
  return (
    <>
      <Group mb="xs" gap="md">
        {starts.map(
          ({ id, words }) =>
            id !== undefined &&
            trained !== undefined && (
              <Anchor key={words} component={Link} size="sm" href={`/p/${projectId}/compare?ids=${id},${trained}`}>
                {words}
              </Anchor>
            ),
        )}
      </Group>
      <div className="hf-surface" style={{ overflowX: 'auto' }}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('checkpoint')}</Table.Th>
              <Table.Th>{t('what')}</Table.Th>
              <Table.Th ta="right">{t('step')}</Table.Th>
              <Table.Th ta="right">{t('f1Validation')}</Table.Th>
              <Table.Th ta="right">{t('f1Test')}</Table.Th>
              <Table.Th>{t('hash')}</Table.Th>
              {canContinue && <Table.Th>{t('startedFrom')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ordered.map((checkpoint) => (
              <Table.Tr key={checkpoint.id}>
                <Table.Td>
                  {checkpoint.number} · {checkpoint.name}{' '}
                  {checkpoint.isPromoted && (
                    <Badge size="xs" variant="light">
                      {t('promoted')}
                    </Badge>
                  )}
                  {checkpoint.problem !== null && (
                    <Text size="xs" c="red" role="note">
                      {checkpoint.problem}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <Text size="xs" c="dimmed">
                    {meaningOf(checkpoint.role)}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">{checkpoint.step}</Table.Td>
                <Table.Td ta="right">
                  <SplitFigure checkpoint={checkpoint} split="validation" />
                </Table.Td>
                <Table.Td ta="right">
                  <SplitFigure checkpoint={checkpoint} split="test" />
                </Table.Td>
                <Table.Td>
                  <Tooltip label={checkpoint.hash}>
                    <Code>{checkpoint.hash.slice(0, 12)}</Code>
                  </Tooltip>
                </Table.Td>
                {canContinue && (
                  <Table.Td>
                    <Anchor component={Link} size="sm" href={`/p/${projectId}/rounds?continue=${checkpoint.id}`}>
                      {t('continue')}
                    </Anchor>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}
