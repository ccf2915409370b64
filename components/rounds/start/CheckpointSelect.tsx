import { Select, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { SourceCheckpoint } from './sources-view';

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly placeholder: string;
  readonly checkpoints: readonly SourceCheckpoint[];
  readonly value: string | null;
  readonly canBeEmpty: boolean;
  /** Why it cannot be chosen; null where it can. */
  readonly refusalOf: (checkpoint: SourceCheckpoint) => string | null;
  readonly onChange: (id: string | null) => void;
}

/** One checkpoint of the project; those that do not fit are shown with the reason. */
export function CheckpointSelect({ label, description, placeholder, checkpoints, value, canBeEmpty, refusalOf, onChange }: Props) {
  const t = useTranslations('rounds.checkpointSelect');
  const byId = new Map(checkpoints.map((checkpoint) => [checkpoint.id, checkpoint]));
  const chosen = value === null ? null : byId.get(value);
  const refusal = chosen ? refusalOf(chosen) : value === null ? null : t('gone');
  return (
    <Select
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={placeholder}
      value={value}
      error={refusal}
      clearable={canBeEmpty}
      allowDeselect={canBeEmpty}
      searchable
      nothingFoundMessage={t(checkpoints.length === 0 ? 'noneYet' : 'none')}
      maxDropdownHeight={320}
      data={checkpoints.map((checkpoint) => ({
        value: checkpoint.id,
        label: t(checkpoint.isPromoted ? 'promoted' : 'checkpoint', { number: checkpoint.number, name: checkpoint.name }),
        disabled: refusalOf(checkpoint) !== null,
      }))}
      renderOption={({ option }) => {
        const checkpoint = byId.get(option.value);
        const why = checkpoint ? refusalOf(checkpoint) : null;
        return (
          <div>
            <Text size="sm">{option.label}</Text>
            {why !== null && <Text size="xs">{why}</Text>}
          </div>
        );
      }}
      onChange={onChange}
    />
  );
}
