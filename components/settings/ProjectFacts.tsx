import { Badge, Table, Text } from '@mantine/core';
import Link from 'next/link';
import { RelativeTime } from '../ui/RelativeTime';
import type { ProjectSettings } from './project-settings';

/** What is as it is: facts that are changed elsewhere or never. */
export function ProjectFacts({ settings }: { readonly settings: ProjectSettings }) {
  const { id, isDemo, createdAt, promotedCheckpoint } = settings;
  return (
    <section className="hf-surface" style={{ padding: 16 }} aria-label="About this project">
      <Table withRowBorders={false} verticalSpacing={4} horizontalSpacing={0} layout="fixed">
        <Table.Tbody>
          <Table.Tr>
            <Table.Th w={160}>Short name</Table.Th>
            <Table.Td className="hf-mono">{id}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>Made</Table.Th>
            <Table.Td>
              <RelativeTime at={createdAt} />
            </Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>Promoted checkpoint</Table.Th>
            <Table.Td>
              {promotedCheckpoint ? (
                <>
                  {promotedCheckpoint.number} · {promotedCheckpoint.name},{' '}
                  {promotedCheckpoint.roundId ? (
                    <Link href={`/p/${id}/rounds/${promotedCheckpoint.roundId}`}>its round</Link>
                  ) : (
                    <RelativeTime at={promotedCheckpoint.createdAt} />
                  )}
                </>
              ) : (
                <>
                  none yet; promote one on <Link href={`/p/${id}/compare`}>Compare</Link>
                </>
              )}
            </Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>Demo data</Table.Th>
            <Table.Td>
              {isDemo ? (
                <>
                  <Badge variant="light" size="sm">
                    demo
                  </Badge>
                  <Text size="xs" c="dimmed" mt={4}>
                    Its reports are generated, every name in them is invented, and its first labels are simulated.
                  </Text>
                </>
              ) : (
                'no'
              )}
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </section>
  );
}
