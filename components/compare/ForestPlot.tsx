import { Table, Text, Tooltip } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { FieldComparison } from '@/lib/core/evaluation/paired-difference';
import { points } from './points';

interface Props {
  readonly fields: readonly FieldComparison[];
  /** Letters of the two checkpoints. */
  readonly before: string;
  readonly after: string;
}

/** Half the width of the plot in points of F1: the widest interval, in steps of ten. */
function reachOf(fields: readonly FieldComparison[]): number {
  const widest = Math.max(...fields.map(({ difference }) => Math.max(Math.abs(difference.low), Math.abs(difference.high))));
  return Math.max(0.1, Math.ceil(widest * 10) / 10);
}

function Interval({ field, reach, before, after }: { readonly field: FieldComparison; readonly reach: number; readonly before: string; readonly after: string }) {
  const t = useTranslations('compare.forestPlot');
  const x = (value: number): string => `${(50 + (50 * value) / reach).toFixed(2)}%`;
  const { low, high, difference, isDifference } = field.difference;
  const colour = !isDifference ? 'var(--hf-muted)' : difference > 0 ? 'var(--hf-right)' : 'var(--hf-wrong)';
  const meaning = !isDifference ? t('noDifferenceShown') : t('better', { letter: difference > 0 ? after : before });
  const name = t('interval', { path: field.path, after, before, difference: points(difference), low: points(low), high: points(high), meaning });
  return (
    <svg width="100%" height="16" overflow="visible" role="img" aria-label={name}>
      <line x1="50%" x2="50%" y1="0" y2="16" stroke="var(--hf-line)" />
      <line x1={x(low)} x2={x(high)} y1="8" y2="8" stroke={colour} strokeWidth={isDifference ? 3 : 1.5} />
      <circle cx={x(difference)} cy="8" r="3.5" fill={isDifference ? colour : 'var(--hf-surface)'} stroke={colour} strokeWidth="1.5" />
    </svg>
  );
}

/** Difference of F1 by field with its interval; filled where the interval leaves out 0. */
export function ForestPlot({ fields, before, after }: Props) {
  const t = useTranslations('compare.forestPlot');
  if (fields.length === 0) return <Text size="sm" c="dimmed">{t('noFieldToShow')}</Text>;
  const reach = reachOf(fields);
  return (
    <Table verticalSpacing={1} layout="fixed" aria-label={t('differenceOfF1')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="34%">{t('field')}</Table.Th>
          <Table.Th>
            <span style={{ display: 'flex', justifyContent: 'space-between', fontWeight: 400 }} className="hf-muted">
              <span>
                {t('beforeBetter', { reach: (reach * 100).toFixed(0), before })}
              </span>
              <span>
                {t('afterBetter', { after, reach: (reach * 100).toFixed(0) })}
              </span>
            </span>
          </Table.Th>
          <Table.Th w={58} ta="right">{after} − {before}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {fields.map((field) => (
          <Table.Tr key={field.path}>
            <Table.Td>
              <Tooltip label={t('onGoldValues', { before, beforeF1: (field.before.f1 * 100).toFixed(1), after, afterF1: (field.after.f1 * 100).toFixed(1), gold: field.gold })}>
                <Text size="sm" truncate>
                  {field.path}
                </Text>
              </Tooltip>
            </Table.Td>
            <Table.Td>
              <Interval field={field} reach={reach} before={before} after={after} />
            </Table.Td>
            <Table.Td ta="right">{points(field.difference.difference)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
