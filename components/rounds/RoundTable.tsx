import { Anchor, Badge, Code, Group, Table, Text, Tooltip } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { headlineFigure } from '@/lib/core/round/summary';
import { Figure } from '../ui/Figure';
import { RelativeTime } from '../ui/RelativeTime';
import { RoundStateText } from './RoundStateText';
import { durationInWords, type RoundView } from './round-view';

function Gain({ round }: { readonly round: RoundView }) {
  const t = useTranslations('rounds.roundTable');
  const start = round.summary && headlineFigure(round.summary, 'warm-start');
  const best = round.summary && headlineFigure(round.summary, 'trained');
  if (!start || !best) return <Text c="dimmed">—</Text>;
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <Figure value={start.f1} low={start.low} high={start.high} />
      <IconArrowRight size={14} aria-label={t('to')} />
      <Figure value={best.f1} low={best.low} high={best.high} />
    </Group>
  );
}

function Row({ round, projectId }: { readonly round: RoundView; readonly projectId: string }) {
  const t = useTranslations('rounds.roundTable');
  const durations = useTranslations('rounds.durations');
  const { summary, recipe } = round;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} href={`/p/${projectId}/rounds/${round.id}`} size="sm" fw={500}>
          {t('round', { number: round.number })}
        </Anchor>
        {round.notes && (
          <Text size="xs" c="dimmed" lineClamp={1}>
            {round.notes}
          </Text>
        )}
      </Table.Td>
      <Table.Td miw={220}>
        <RoundStateText round={round} />
      </Table.Td>
      <Table.Td>
        <Badge size="sm" variant="default">
          {recipe.engine}
        </Badge>{' '}
        <Text span size="xs" c="dimmed">
          {t('gEpochsSeed', { groupSize: recipe.groupSize, epochs: recipe.epochs, seed: recipe.seed })}
        </Text>
      </Table.Td>
      <Table.Td>
        {round.snapshotHash && (
          <Tooltip label={t('datasetSnapshot', { snapshotHash: round.snapshotHash })}>
            <Code>{round.snapshotHash.slice(0, 8)}</Code>
          </Tooltip>
        )}
      </Table.Td>
      <Table.Td ta="right">{round.labels ?? '—'}</Table.Td>
      <Table.Td ta="right">
        <Gain round={round} />
      </Table.Td>
      <Table.Td ta="right">{summary ? durationInWords(durations, summary.seconds) : '—'}</Table.Td>
      <Table.Td>{round.createdBy ?? '—'}</Table.Td>
      <Table.Td c="dimmed">
        <RelativeTime at={round.createdAt} />
      </Table.Td>
    </Table.Tr>
  );
}

interface Props {
  readonly projectId: string;
  readonly rounds: readonly RoundView[];
}

export function RoundTable({ projectId, rounds }: Props) {
  const t = useTranslations('rounds.roundTable');
  return (
    <div className="hf-surface" style={{ overflowX: 'auto' }}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('roundLabel')}</Table.Th>
            <Table.Th>{t('state')}</Table.Th>
            <Table.Th>{t('recipe')}</Table.Th>
            <Table.Th>{t('data')}</Table.Th>
            <Table.Th ta="right">{t('labels')}</Table.Th>
            <Table.Th ta="right">
              <Tooltip label={t('f1OnTestSplit')}>
                <span>{t('f1StartBest')}</span>
              </Tooltip>
            </Table.Th>
            <Table.Th ta="right">{t('took')}</Table.Th>
            <Table.Th>{t('who')}</Table.Th>
            <Table.Th>{t('started')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rounds.map((round) => (
            <Row key={round.id} round={round} projectId={projectId} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
