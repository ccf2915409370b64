import { Badge, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
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
  const { figure, interval } = pointsWithInterval(difference);
  const isLoss = difference.difference < 0;
  const [Glyph, colour, word] = !difference.isDifference
    ? ([IconEqual, 'var(--hf-muted)', 'no difference shown'] as const)
    : isLoss
      ? ([IconArrowDownRight, 'var(--hf-wrong)', 'loss'] as const)
      : ([IconArrowUpRight, 'var(--hf-right)', 'gain'] as const);
  const meaning = difference.isDifference ? 'the 95 % interval leaves out 0' : 'the 95 % interval holds 0';
  return (
    <Tooltip label={`${figure} (${interval}), paired over ${difference.documents} documents: ${meaning}`} multiline maw={300}>
      <Text size="xs" c={colour} style={{ display: 'flex', alignItems: 'center', gap: 4, whiteSpace: 'nowrap' }}>
        <Glyph size={14} aria-hidden />
        {difference.isDifference ? (
          <>
            <b>{figure}</b> {word} ({interval})
          </>
        ) : (
          word
        )}
      </Text>
    </Tooltip>
  );
}

/** F1 of one checkpoint on one split or suite, and the difference to the base. */
export function TransferCellView({ cell, isEvaluating, onEvaluate }: Props) {
  const { micro, hasGold, isStale, olderScoring, difference } = cell;
  if (!micro) {
    return (
      <Group gap={6} wrap="nowrap">
        <Text size="sm" c="dimmed">
          {!hasGold ? 'no gold yet' : olderScoring ? `only by ${olderScoring}` : 'not evaluated'}
        </Text>
        {hasGold && (
          <Button size="compact-xs" variant="default" loading={isEvaluating} onClick={onEvaluate}>
            Evaluate
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
        <Tooltip label="Gold or documents have changed since this figure was made. Evaluate again.">
          <Badge size="xs" color="orange" variant="light" ml={6}>
            older gold
          </Badge>
        </Tooltip>
      )}
      {difference && <Change difference={difference} />}
    </>
  );
}
