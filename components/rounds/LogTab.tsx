import { Badge, Code, Table, Text } from '@mantine/core';
import type { RoundEvent } from '@/lib/core/round/events';
import type { RoundEventView } from './round-view';

function wordsOf(event: RoundEvent): string | null {
  switch (event.type) {
    case 'started':
      return `started, ${event.plannedSteps} steps planned`;
    case 'log':
      return event.message;
    case 'checkpoint':
      return `checkpoint pushed back: ${event.name}, ${event.hash.slice(0, 12)}`;
    case 'finished':
      return `finished at step ${event.step}`;
    case 'failed':
      return `failed: ${event.reason}`;
    case 'validation':
      return `${event.name === 'training' ? `step ${event.step}` : event.name.replaceAll('-', ' ')}: F1 ${(event.f1 * 100).toFixed(1)} on validation`;
    case 'progress':
    case 'metrics':
    case 'rollout':
    case 'prediction':
      return null;
  }
}

const colours = { info: 'gray', warning: 'orange', error: 'red' } as const;

/** What the attempts said, newest first. */
export function LogTab({ events }: { readonly events: readonly RoundEventView[] }) {
  const lines = events.flatMap((line) => {
    const words = wordsOf(line.event);
    return words === null ? [] : [{ ...line, words }];
  });
  if (lines.length === 0) return <Text c="dimmed" size="sm">Nothing was said yet.</Text>;
  return (
    <div className="hf-surface" style={{ overflowX: 'auto' }}>
      <Table verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={190}>When</Table.Th>
            <Table.Th w={80}>Attempt</Table.Th>
            <Table.Th w={90}>Level</Table.Th>
            <Table.Th>What</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.toReversed().map(({ id, attempt, event, words }) => {
            const level = event.type === 'log' ? event.level : event.type === 'failed' ? 'error' : 'info';
            return (
              <Table.Tr key={id}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  <Code fz={12}>{new Date(event.at).toISOString().replace('T', ' ').slice(0, 23)}</Code>
                </Table.Td>
                <Table.Td>{attempt}</Table.Td>
                <Table.Td>
                  <Badge size="xs" variant="light" color={colours[level]}>
                    {level}
                  </Badge>
                </Table.Td>
                <Table.Td>{words}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}
