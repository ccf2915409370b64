'use client';

import { Anchor, Badge, Code, Group, Skeleton, Table, Text, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { api } from '../ui/api';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Figure } from '../ui/Figure';
import { type CheckpointView, roleWords } from './round-view';

function SplitFigure({ checkpoint, split }: { readonly checkpoint: CheckpointView; readonly split: string }) {
  const found = checkpoint.figures.find((figure) => figure.split === split);
  if (!found) return <Text c="dimmed">—</Text>;
  return (
    <>
      <Figure value={found.micro.f1} low={found.micro.low} high={found.micro.high} />
      <Text size="xs" c="dimmed">
        {found.documents} documents
      </Text>
    </>
  );
}

interface Props {
  readonly projectId: string;
  readonly roundId: string;
  readonly isOver: boolean;
}

/** What the round pushed back, each with its figures: RL gets no credit that is not its own. */
export function CheckpointsTab({ projectId, roundId, isOver }: Props) {
  const { data, error, refetch } = useQuery({
    queryKey: ['checkpoints', projectId, roundId],
    queryFn: ({ signal }) => api.get<CheckpointView[]>(`/api/projects/${projectId}/checkpoints`, { roundId }, signal),
    refetchInterval: isOver ? false : 2_000,
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={120} />;
  if (data.length === 0) return <EmptyState title="No checkpoint yet">They are pushed back when training ends.</EmptyState>;
  const ordered = data.toSorted((a, b) => a.number - b.number);
  const idsOf = (roles: readonly string[]): string =>
    roles.flatMap((role) => ordered.find((one) => one.role === role)?.id ?? []).join(',');
  return (
    <>
      <Group mb="xs" gap="md">
        <Anchor component={Link} size="sm" href={`/p/${projectId}/compare?ids=${idsOf(['warm-start', 'trained'])}`}>
          Compare warm start with trained
        </Anchor>
        <Anchor component={Link} size="sm" href={`/p/${projectId}/compare?ids=${idsOf(['warm-start-all', 'trained'])}`}>
          Compare warm start on all with trained
        </Anchor>
      </Group>
      <div className="hf-surface" style={{ overflowX: 'auto' }}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Checkpoint</Table.Th>
              <Table.Th>What it is</Table.Th>
              <Table.Th ta="right">Step</Table.Th>
              <Table.Th ta="right">F1 validation</Table.Th>
              <Table.Th ta="right">F1 test</Table.Th>
              <Table.Th>Hash</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ordered.map((checkpoint) => (
              <Table.Tr key={checkpoint.id}>
                <Table.Td>
                  {checkpoint.number} · {checkpoint.name}{' '}
                  {checkpoint.isPromoted && (
                    <Badge size="xs" variant="light">
                      promoted
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td>
                  <Text size="xs" c="dimmed">
                    {roleWords[checkpoint.role]?.meaning}
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
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}
