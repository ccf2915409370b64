import { Table, Text, Tooltip } from '@mantine/core';
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
  const x = (value: number): string => `${(50 + (50 * value) / reach).toFixed(2)}%`;
  const { low, high, difference, isDifference } = field.difference;
  const colour = !isDifference ? 'var(--hf-muted)' : difference > 0 ? 'var(--hf-right)' : 'var(--hf-wrong)';
  const meaning = !isDifference ? 'no difference shown' : `${difference > 0 ? after : before} is better`;
  const name = `${field.path}: ${after} minus ${before} is ${points(difference)} points of F1, 95 % interval from ${points(low)} to ${points(high)}: ${meaning}`;
  return (
    <svg width="100%" height="16" role="img" aria-label={name}>
      <line x1="50%" x2="50%" y1="0" y2="16" stroke="var(--hf-line)" />
      <line x1={x(low)} x2={x(high)} y1="8" y2="8" stroke={colour} strokeWidth={isDifference ? 3 : 1.5} />
      <circle cx={x(difference)} cy="8" r="3.5" fill={isDifference ? colour : 'var(--hf-surface)'} stroke={colour} strokeWidth="1.5" />
    </svg>
  );
}

/** Difference of F1 by field with its interval; filled where the interval leaves out 0. */
export function ForestPlot({ fields, before, after }: Props) {
  if (fields.length === 0) return <Text size="sm" c="dimmed">No field to show.</Text>;
  const reach = reachOf(fields);
  return (
    <Table verticalSpacing={1} layout="fixed" aria-label="Difference of F1 by field">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="34%">Field</Table.Th>
          <Table.Th>
            <span style={{ display: 'flex', justifyContent: 'space-between', fontWeight: 400 }} className="hf-muted">
              <span>
                −{(reach * 100).toFixed(0)} {before} better
              </span>
              <span>
                {after} better +{(reach * 100).toFixed(0)}
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
              <Tooltip label={`${before} ${(field.before.f1 * 100).toFixed(1)}, ${after} ${(field.after.f1 * 100).toFixed(1)} on ${field.gold} gold values`}>
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
