import { Anchor, Badge, Table, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
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
  const t = useTranslations('home.checkpointFigures');
  const rows = overview.learningCurve.slice(-8);
  return (
    <Panel
      title={t('checkpointsOnTestSplit')}
      action={
        rows.length > 0 && (
          <Anchor component={Link} href={`/p/${projectId}/compare`} size="sm">
            {t('compare')}
          </Anchor>
        )
      }
    >
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noCheckpointHasBeen')}
        </Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('checkpoint')}</Table.Th>
              <Table.Th ta="right">{t('labels')}</Table.Th>
              <Table.Th ta="right">{t('f1Interval')}</Table.Th>
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
                      {t('promoted')}
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
