import { Anchor, Badge, Table, Text } from '@mantine/core';
import Link from 'next/link';
import { Figure } from '../ui/Figure';
import { IntervalBar } from '../ui/IntervalBar';
import { Panel } from './Panel';
import type { Overview } from './overview';

interface Props {
  readonly overview: Overview;
  readonly projectId: string;
}

/** F1 of every checkpoint on the test split, with its interval drawn. */
export function CheckpointFigures({ overview, projectId }: Props) {
  const rows = overview.learningCurve.slice(-8);
  return (
    <Panel
      title="Checkpoints on the test split"
      action={
        rows.length > 0 && (
          <Anchor component={Link} href={`/p/${projectId}/compare`} size="sm">
            Compare
          </Anchor>
        )
      }
    >
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          No checkpoint has been evaluated yet. A round makes the first.
        </Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Checkpoint</Table.Th>
              <Table.Th ta="right">Labels</Table.Th>
              <Table.Th ta="right">F1, 95 % interval</Table.Th>
              <Table.Th w="40%" aria-hidden />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ checkpointId, number, name, labels, f1, low, high }) => (
              <Table.Tr key={checkpointId}>
                <Table.Td>
                  {number} · {name}{' '}
                  {checkpointId === overview.project.promotedCheckpointId && (
                    <Badge size="xs" variant="light">
                      promoted
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td ta="right">{labels ?? '—'}</Table.Td>
                <Table.Td ta="right">
                  <Figure value={f1} low={low} high={high} />
                </Table.Td>
                <Table.Td>
                  <IntervalBar value={f1} low={low} high={high} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}
