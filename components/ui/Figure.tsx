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
 * earns: one decimal, and none where the interval is wider than ten points.
 */
export function percentWithInterval({ value, low, high }: Props): string {
  if (low === undefined || high === undefined) return (value * 100).toFixed(1);
  const half = ((high - low) / 2) * 100;
  const digits = half > 5 ? 0 : 1;
  return `${(value * 100).toFixed(digits)} ± ${half.toFixed(digits)}`;
}

export function Figure(props: Props) {
  const t = useTranslations('ui.figure');
  const { value, low, high } = props;
  const label =
    low !== undefined && high !== undefined
      ? t('interval', { value: (value * 100).toFixed(2), low: (low * 100).toFixed(1), high: (high * 100).toFixed(1) })
      : (value * 100).toFixed(2);
  return (
    <Tooltip label={label}>
      <Text span inherit style={{ whiteSpace: 'nowrap' }}>
        {percentWithInterval(props)}
      </Text>
    </Tooltip>
  );
}
