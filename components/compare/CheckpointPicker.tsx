import { Group, MultiSelect, Select } from '@mantine/core';
import { useTranslations } from 'use-intl';
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
  const t = useTranslations('compare.checkpointPicker');
  // A suite out of a link is shown even where the project has lost it.
  const names = address.suite === '' || suites.includes(address.suite) ? suites : [...suites, address.suite];
  return (
    <Group gap="sm" align="flex-end" wrap="nowrap">
      <MultiSelect
        aria-label={t('checkpointsFirstBaseline')}
        placeholder={address.ids.length < 2 ? t('chooseTwoOrMore') : ''}
        data={checkpoints.map(({ id, number, name, isPromoted }) => ({
          value: id,
          label: isPromoted ? t('promotedCheckpoint', { number, name }) : t('checkpoint', { number, name }),
        }))}
        value={[...address.ids]}
        maxValues={most}
        searchable
        clearable
        miw={420}
        onChange={(ids) => onChange({ ids, against: null, documentId: null, line: null })}
      />
      <Select
        aria-label={t('splitOrTransferSuite')}
        value={address.split === 'transfer' ? `${suitePrefix}${address.suite}` : address.split}
        data={[
          { group: t('splits'), items: [{ value: 'test', label: t('test') }, { value: 'validation', label: t('validation') }] },
          ...(names.length > 0
            ? [{ group: t('transferSuites'), items: names.map((name) => ({ value: `${suitePrefix}${name}`, label: name })) }]
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
