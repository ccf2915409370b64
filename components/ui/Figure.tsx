import { Text, Tooltip } from '@mantine/core';
import { useTranslations } from 'use-intl';

interface Props {
  /** 0–1. */
  readonly value: number;
  /** 95 % interval, 0–1. */
  readonly low?: number;
  readonly high?: number;
}

/**
 * A share in per cent with its interval, with no more digits than the interval
 * earns: one decimal, and none where the interval is wider than ten points. An
 * interval that is a point says nothing (one document, or all of them alike): the
 * share stands alone.
 */
export function percentWithInterval({ value, low, high }: Props): string {
  if (low === undefined || high === undefined || low === high) return (value * 100).toFixed(1);
  const half = ((high - low) / 2) * 100;
  const digits = half > 5 ? 0 : 1;
  return `${(value * 100).toFixed(digits)} ± ${half.toFixed(digits)}`;
}

export function Figure(props: Props) {
  const t = useTranslations('ui.figure');
  const { value, low, high } = props;
  const exact = (value * 100).toFixed(2);
  const label = ((): string => {
    if (low === undefined || high === undefined) return exact;
    if (low === high) return t('noInterval', { value: exact });
    return t('interval', { value: exact, low: (low * 100).toFixed(1), high: (high * 100).toFixed(1) });
  })();
  return (
    <Tooltip label={label}>
      <Text span inherit style={{ whiteSpace: 'nowrap' }}>
        {percentWithInterval(props)}
      </Text>
    </Tooltip>
  );
}
