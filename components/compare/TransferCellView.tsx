import { Badge, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Figure } from '../ui/Figure';
import { pointsWithInterval } from './points';
import type { TransferCell } from './transfer-view';

interface Props {
  readonly cell: TransferCell;
  readonly isEvaluating: boolean;
  readonly onEvaluate: () => void;
}

/** What a checkpoint lost or gained; only where the interval leaves out 0 is it called so. */
function Change({ difference }: { readonly difference: NonNullable<TransferCell['difference']> }) {
  const t = useTranslations('compare.transferCellView');
  const pointWords = useTranslations('compare.points');
  const { figure, interval } = pointsWithInterval(pointWords, difference);
  const isLoss = difference.difference < 0;
  const [Glyph, colour, change] = !difference.isDifference
    ? ([IconEqual, 'var(--hf-muted)', null] as const)
    : isLoss
      ? ([IconArrowDownRight, 'var(--hf-wrong)', 'loss'] as const)
      : ([IconArrowUpRight, 'var(--hf-right)', 'gain'] as const);
  const meaning = difference.isDifference ? t('intervalLeavesOut') : t('intervalHolds');
  return (
    <Tooltip label={t('pairedOverDocuments', { figure, interval, documents: difference.documents, meaning })} multiline maw={300}>
      <Text size="xs" c={colour} style={{ display: 'flex', alignItems: 'center', gap: 4, whiteSpace: 'nowrap' }}>
        <Glyph size={14} aria-hidden />
        {change === null ? t('noDifferenceShown') : <span>{t.rich(change, { figure, interval, b: (chunks) => <b>{chunks}</b> })}</span>}
      </Text>
    </Tooltip>
  );
}

/** F1 of one checkpoint on one split or suite, and the difference to the base. */
export function TransferCellView({ cell, isEvaluating, onEvaluate }: Props) {
  const t = useTranslations('compare.transferCellView');
  const { micro, hasGold, isStale, olderScoring, difference } = cell;
  if (!micro) {
    return (
      <Group gap={6} wrap="nowrap">
        <Text size="sm" c="dimmed">
          {!hasGold ? t('noGoldYet') : olderScoring ? t('onlyBy', { scoring: olderScoring }) : t('notEvaluated')}
        </Text>
        {hasGold && (
          <Button size="compact-xs" variant="default" loading={isEvaluating} onClick={onEvaluate}>
            {t('evaluate')}
          </Button>
        )}
      </Group>
    );
  }
  return (
    <>
      <Text size="sm" fw={600} span>
        <Figure value={micro.f1} low={micro.low} high={micro.high} />
      </Text>
      {isStale && (
        <Tooltip label={t('goldOrDocuments')}>
          <Badge size="xs" color="orange" variant="light" ml={6}>
            {t('olderGold')}
          </Badge>
        </Tooltip>
      )}
      {difference && <Change difference={difference} />}
    </>
  );
}
