import { Group, MultiSelect, Select } from '@mantine/core';
import type { HeldOut } from '@/lib/core/evaluation/held-out';
import type { CheckpointView } from '../rounds/round-view';
import type { CompareAddress } from './use-compare-url';

interface Props {
  readonly checkpoints: readonly CheckpointView[];
  /** Names of the project's transfer suites. */
  readonly suites: readonly string[];
  readonly address: CompareAddress;
  readonly onChange: (change: Partial<CompareAddress>) => void;
}

const most = 6;
const suitePrefix = 'transfer ';

const toHeldOut = (value: string | null): HeldOut => {
  if (value?.startsWith(suitePrefix)) return { split: 'transfer', suite: value.slice(suitePrefix.length) };
  return { split: value === 'validation' ? 'validation' : 'test', suite: '' };
};

/** Two or more checkpoints, the first the baseline, and the split or transfer suite. */
export function CheckpointPicker({ checkpoints, suites, address, onChange }: Props) {
  // A suite out of a link is shown even where the project has lost it.
  const names = address.suite === '' || suites.includes(address.suite) ? suites : [...suites, address.suite];
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
      <Select
        aria-label="Split or transfer suite"
        value={address.split === 'transfer' ? `${suitePrefix}${address.suite}` : address.split}
        data={[
          { group: 'Splits', items: [{ value: 'test', label: 'Test' }, { value: 'validation', label: 'Validation' }] },
          ...(names.length > 0
            ? [{ group: 'Transfer suites', items: names.map((name) => ({ value: `${suitePrefix}${name}`, label: name })) }]
            : []),
        ]}
        allowDeselect={false}
        w={190}
        comboboxProps={{ width: 280, position: 'bottom-end' }}
        onChange={(value) => onChange({ ...toHeldOut(value), documentId: null, line: null })}
      />
    </Group>
  );
}
