import { Anchor, Table, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { RelativeTime } from '../ui/RelativeTime';
import { Panel } from './Panel';
import type { Overview } from './overview';

interface Props {
  readonly overview: Overview;
  readonly projectId: string;
}

export function RecentRounds({ overview, projectId }: Props) {
  const t = useTranslations('home.recentRounds');
  const states = useTranslations('rounds.states');
  return (
    <Panel title={t('recentRounds')}>
      {overview.rounds.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noRoundYet')}
        </Text>
      ) : (
        <Table>
          <Table.Tbody>
            {overview.rounds.map(({ id, number, state, snapshot, createdAt, failureReason }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Anchor component={Link} href={`/p/${projectId}/rounds/${id}`} size="sm">
                    {t('round', { number })}
                  </Anchor>
                </Table.Td>
                <Table.Td>{states(state)}</Table.Td>
                <Table.Td>{snapshot ? t('labelledDocuments', { documentCount: snapshot.documentCount }) : ''}</Table.Td>
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
