import { Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { refuseParent } from '@/lib/core/round/parent-fit';
import type { OutsideRecipe } from '@/lib/core/round/recipe';
import { CheckpointSelect } from './CheckpointSelect';
import type { SourceCheckpoint } from './sources-view';

interface Props {
  readonly recipe: OutsideRecipe;
  readonly checkpoints: readonly SourceCheckpoint[];
  readonly value: string | null;
  readonly onChange: (checkpointId: string | null) => void;
}

/** The base model, or a checkpoint to go on from. */
export function ParentField({ recipe, checkpoints, value, onChange }: Props) {
  const t = useTranslations('rounds.parentField');
  const made = checkpoints.filter(({ parent }) => parent.made !== null);
  if (made.length === 0 && value === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('noneYet', { model: recipe.model })}
      </Text>
    );
  }
  return (
    <CheckpointSelect
      label={t('startFrom')}
      description={t('explanation')}
      placeholder={t('baseModel', { model: recipe.model })}
      checkpoints={made}
      value={value}
      canBeEmpty
      refusalOf={({ parent }) => refuseParent(recipe, parent)}
      onChange={onChange}
    />
  );
}
