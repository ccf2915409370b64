import { Anchor, Badge, Code, Group, Table, Text, Tooltip } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import Link from 'next/link';
import { headlineFigure } from '@/lib/core/round/summary';
import { Figure } from '../ui/Figure';
import { RelativeTime } from '../ui/RelativeTime';
import { RoundStateText } from './RoundStateText';
import { durationInWords, type RoundView } from './round-view';

function Gain({ round }: { readonly round: RoundView }) {
  const start = round.summary && headlineFigure(round.summary, 'warm-start');
  const best = round.summary && headlineFigure(round.summary, 'trained');
  if (!start || !best) return <Text c="dimmed">—</Text>;
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <Figure value={start.f1} low={start.low} high={start.high} />
      <IconArrowRight size={14} aria-label="to" />
      <Figure value={best.f1} low={best.low} high={best.high} />
    </Group>
  );
}

function Row({ round, projectId }: { readonly round: RoundView; readonly projectId: string }) {
  const { summary, recipe } = round;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} href={`/p/${projectId}/rounds/${round.id}`} size="sm" fw={500}>
          Round {round.number}
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
          G {recipe.groupSize}, {recipe.epochs} epochs, seed {recipe.seed}
        </Text>
      </Table.Td>
      <Table.Td>
        {round.snapshotHash && (
          <Tooltip label={`Dataset snapshot ${round.snapshotHash}`}>
            <Code>{round.snapshotHash.slice(0, 8)}</Code>
          </Tooltip>
        )}
      </Table.Td>
      <Table.Td ta="right">{round.labels ?? '—'}</Table.Td>
      <Table.Td ta="right">
        <Gain round={round} />
      </Table.Td>
      <Table.Td ta="right">{summary ? durationInWords(summary.seconds) : '—'}</Table.Td>
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
  return (
    <div className="hf-surface" style={{ overflowX: 'auto' }}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Round</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th>Recipe</Table.Th>
            <Table.Th>Data</Table.Th>
            <Table.Th ta="right">Labels</Table.Th>
            <Table.Th ta="right">
              <Tooltip label="F1 on the test split with its 95 % interval: warm start on the first labels, then after training">
                <span>F1 start → best</span>
              </Tooltip>
            </Table.Th>
            <Table.Th ta="right">Took</Table.Th>
            <Table.Th>Who</Table.Th>
            <Table.Th>Started</Table.Th>
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
