import { Table, Text, Tooltip } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { errorTypes } from '@/lib/core/metrics/typed-errors';
import { Figure } from '../ui/Figure';
import { type ComparedCheckpoint, letterOf } from './comparison-view';

const metricNames = ['exact', 'anls', 'nted', 'ece'] as const;

interface HeadProps {
  readonly meaning: string;
  readonly words: string;
}

function Head({ meaning, words }: HeadProps) {
  return (
    <Table.Th ta="right">
      <Tooltip label={meaning} multiline maw={300}>
        <span tabIndex={0}>{words}</span>
      </Tooltip>
    </Table.Th>
  );
}

function Row({ checkpoint, place }: { readonly checkpoint: ComparedCheckpoint; readonly place: number }) {
  const t = useTranslations('compare.furtherFigures');
  const { metrics } = checkpoint;
  if (!metrics) {
    return (
      <Table.Tr>
        <Table.Td fw={600}>{letterOf(place)}</Table.Td>
        <Table.Td colSpan={9} c="dimmed">
          {t('notEvaluatedByScoring')}
        </Table.Td>
      </Table.Tr>
    );
  }
  const { ece, brier, count } = metrics.calibration;
  return (
    <Table.Tr>
      <Table.Td fw={600}>{letterOf(place)}</Table.Td>
      {[metrics.exact, metrics.anlsStar, metrics.ntedAccuracy].map(({ mean, low, high }, column) => (
        <Table.Td key={column} ta="right">
          <Figure value={mean} low={low} high={high} />
        </Table.Td>
      ))}
      <Table.Td ta="right">
        <Tooltip label={ece === null ? t('checkpointSaid') : t('overValuesBrierScore', { count, brier: (brier ?? 0).toFixed(3) })}>
          <span>{ece === null ? '—' : ece.toFixed(2)}</span>
        </Tooltip>
      </Table.Td>
      {errorTypes.map((type) => {
        const { significant, minor } = metrics.leaves[type];
        return (
          <Table.Td key={type} ta="right">
            <Tooltip label={t('significantMinor', { significant, minor })}>
              <span>{(significant + minor).toLocaleString('en')}</span>
            </Tooltip>
          </Table.Td>
        );
      })}
    </Table.Tr>
  );
}

/** Figures beside F1, and what kinds of errors there are; opened on demand. */
export function FurtherFigures({ checkpoints }: { readonly checkpoints: readonly ComparedCheckpoint[] }) {
  const t = useTranslations('compare.furtherFigures');
  const verdicts = useTranslations('compare.verdicts');
  return (
    <details>
      <summary style={{ cursor: 'pointer', fontSize: 12 }}>{t('exactShareAnlsNTED')}</summary>
      <div style={{ overflowX: 'auto' }}>
        <Table verticalSpacing={2} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={24} aria-label={t('letter')} />
              {metricNames.map((metric) => (
                <Head key={metric} words={t(`metrics.${metric}.name`)} meaning={t(`metrics.${metric}.meaning`)} />
              ))}
              {errorTypes.map((type) => (
                <Head key={type} words={verdicts(`${type}.name`)} meaning={verdicts(`${type}.meaning`)} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {checkpoints.map((checkpoint, place) => (
              <Row key={checkpoint.id} checkpoint={checkpoint} place={place} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="xs" c="dimmed" mt={2}>
        {t('perCentWithIntervals')}
      </Text>
    </details>
  );
}
