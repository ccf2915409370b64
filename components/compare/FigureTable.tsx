'use client';

import { Badge, Button, Table, Text, Tooltip } from '@mantine/core';
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Figure, percentWithInterval } from '../ui/Figure';
import { IntervalBar } from '../ui/IntervalBar';
import { FurtherFigures } from './FurtherFigures';
import { type ComparedCheckpoint, type ComparisonView, letterOf } from './comparison-view';
import { pointsWithInterval } from './points';
import { heldOutWords } from './transfer-view';

interface Props {
  readonly comparison: ComparisonView;
  readonly canPromote: boolean;
  readonly promoting: string | null;
  readonly onPromote: (checkpointId: string) => void;
}

function Difference({ pair }: { readonly pair: ComparisonView['pairs'][number] | undefined }) {
  const t = useTranslations('compare.figureTable');
  const pointWords = useTranslations('compare.points');
  if (!pair) return <Text size="sm" c="dimmed">{t('baseline')}</Text>;
  if (!pair.difference) return <Text size="sm" c="dimmed">{t('noDocumentInCommon')}</Text>;
  const { isDifference } = pair.difference;
  const { figure, interval } = pointsWithInterval(pointWords, pair.difference);
  return (
    <Tooltip
      label={t('pairedByDocumentOver', { documents: pair.documents })}
      multiline
      maw={320}
    >
      <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
        {t.rich('fromDifference', { figure, interval, isDifference: String(isDifference), b: (chunks) => <b>{chunks}</b>, text: (chunks) => <Text span size="xs" c="dimmed" display="block">{chunks}</Text> })}
      </Text>
    </Tooltip>
  );
}

function Row({ checkpoint, place, ...rest }: Props & { readonly checkpoint: ComparedCheckpoint; readonly place: number }) {
  const t = useTranslations('compare.figureTable');
  const { comparison, canPromote, promoting, onPromote } = rest;
  const { micro, older } = checkpoint;
  return (
    <Table.Tr>
      <Table.Td fw={600}>{letterOf(place)}</Table.Td>
      <Table.Td>
        {checkpoint.number} · {checkpoint.name}
        {checkpoint.isStale && (
          <Tooltip label={t('goldHasChangedSince')}>
            <Badge size="xs" color="orange" variant="light" ml={6}>
              {t('olderGold')}
            </Badge>
          </Tooltip>
        )}
      </Table.Td>
      {micro ? (
        <>
          <Table.Td ta="right">{(micro.precision * 100).toFixed(1)}</Table.Td>
          <Table.Td ta="right">{(micro.recall * 100).toFixed(1)}</Table.Td>
          <Table.Td ta="right" fw={600}>
            <Figure value={micro.f1} low={micro.low} high={micro.high} />
          </Table.Td>
          <Table.Td>
            <IntervalBar value={micro.f1} low={micro.low} high={micro.high} />
          </Table.Td>
        </>
      ) : (
        <Table.Td colSpan={4} c="dimmed">
          {older ? (
            <Tooltip label={t('keptAsWasMade')}>
              <span>
                {t('by', { figure: percentWithInterval({ value: older.micro.f1, low: older.micro.low, high: older.micro.high }), scoring: older.scoringVersion })}
              </span>
            </Tooltip>
          ) : (
            t('notEvaluatedHereYet')
          )}
        </Table.Td>
      )}
      <Table.Td>
        {micro && <Difference pair={comparison.pairs.find(({ after }) => after === checkpoint.id)} />}
      </Table.Td>
      <Table.Td ta="right">
        {checkpoint.isPromoted ? (
          <Badge variant="light">{t('promoted')}</Badge>
        ) : (
          canPromote && (
            <Tooltip label={t('fromNowOnPredictions')}>
              <Button
                variant="default"
                leftSection={<IconRosetteDiscountCheck size={16} />}
                loading={promoting === checkpoint.id}
                onClick={() => onPromote(checkpoint.id)}
              >
                {t('promote')}
              </Button>
            </Tooltip>
          )
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Micro figures with intervals and the paired difference to the first. */
export function FigureTable(props: Props) {
  const t = useTranslations('compare.figureTable');
  const heldOut = useTranslations('compare.heldOut');
  const { checkpoints } = props.comparison;
  const left = checkpoints.flatMap(({ unscorable }) => unscorable);
  const unscorable = [...new Map(left.map((one) => [one.documentId, one])).values()];
  return (
    <>
      <Table aria-label={t('figuresOfEachCheckpoint')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={28} aria-label={t('letter')} />
            <Table.Th>{t('checkpoint')}</Table.Th>
            <Table.Th ta="right">{t('p')}</Table.Th>
            <Table.Th ta="right">{t('r')}</Table.Th>
            <Table.Th ta="right">
              <Tooltip label={t('microF1OverAll')}>
                <span>{t('f1')}</span>
              </Tooltip>
            </Table.Th>
            <Table.Th w="10%" aria-hidden />
            <Table.Th>{t('differenceToFirst')}</Table.Th>
            <Table.Th aria-label={t('promote')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {checkpoints.map((checkpoint, place) => (
            <Row key={checkpoint.id} {...props} checkpoint={checkpoint} place={place} />
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt={4}>
        {t('documentsOf', { count: Math.max(0, ...checkpoints.map(({ documents, goldDocuments }) => documents || goldDocuments)), heldOut: heldOutWords(heldOut, props.comparison) })}
      </Text>
      <FurtherFigures checkpoints={checkpoints} />
      {unscorable.length > 0 && (
        <details>
          <summary style={{ cursor: 'pointer', fontSize: 12 }}>
            {t('documentInNoFigure', { count: unscorable.length })}
          </summary>
          {unscorable.map(({ documentId, name, reason }) => (
            <Text key={documentId} size="xs">
              {name}: {reason}
            </Text>
          ))}
        </details>
      )}
    </>
  );
}
