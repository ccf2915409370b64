import { Anchor, Table, Text } from '@mantine/core';
import Link from 'next/link';
import { RelativeTime } from '../ui/RelativeTime';
import { Panel } from './Panel';
import type { Overview } from './overview';

interface Props {
  readonly overview: Overview;
  readonly projectId: string;
}

export function RecentRounds({ overview, projectId }: Props) {
  return (
    <Panel title="Recent rounds">
      {overview.rounds.length === 0 ? (
        <Text size="sm" c="dimmed">
          No round yet. One can start as soon as a dozen documents are labelled.
        </Text>
      ) : (
        <Table>
          <Table.Tbody>
            {overview.rounds.map(({ id, number, state, snapshot, createdAt, failureReason }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Anchor component={Link} href={`/p/${projectId}/rounds/${id}`} size="sm">
                    Round {number}
                  </Anchor>
                </Table.Td>
                <Table.Td>{state}</Table.Td>
                <Table.Td>{snapshot ? `${snapshot.documentCount} labelled documents` : ''}</Table.Td>
                <Table.Td>{failureReason ?? ''}</Table.Td>
                <Table.Td ta="right" c="dimmed">
                  <RelativeTime at={createdAt} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}
