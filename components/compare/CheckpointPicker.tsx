import { Group, MultiSelect, SegmentedControl } from '@mantine/core';
import type { CheckpointView } from '../rounds/round-view';
import type { CompareAddress } from './use-compare-url';

interface Props {
  readonly checkpoints: readonly CheckpointView[];
  readonly address: CompareAddress;
  readonly onChange: (change: Partial<CompareAddress>) => void;
}

const most = 6;

/** Two or more checkpoints, the first the baseline, and the split. */
export function CheckpointPicker({ checkpoints, address, onChange }: Props) {
  return (
    <Group gap="sm" align="flex-end" wrap="nowrap">
      <MultiSelect
        aria-label="Checkpoints, the first is the baseline"
        placeholder={address.ids.length < 2 ? 'Choose two or more; the first is the baseline' : ''}
        data={checkpoints.map(({ id, number, name, isPromoted }) => ({
          value: id,
          label: `${number} · ${name}${isPromoted ? ' (promoted)' : ''}`,
        }))}
        value={[...address.ids]}
        maxValues={most}
        searchable
        clearable
        miw={420}
        onChange={(ids) => onChange({ ids, against: null, documentId: null, line: null })}
      />
      <SegmentedControl
        aria-label="Split"
        value={address.split}
        data={[
          { value: 'test', label: 'Test' },
          { value: 'validation', label: 'Validation' },
        ]}
        onChange={(split) => onChange({ split: split === 'validation' ? 'validation' : 'test', documentId: null, line: null })}
      />
    </Group>
  );
}
