import { Alert, NumberInput, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type OutsideRecipe, recipeOfPreset } from '@/lib/core/round/recipe';
import { type PresetName, presetNames, trlPresets } from '@/lib/core/round/trl-presets';
import { PresetChoice } from './PresetChoice';
import { RayWorkersField } from './RayWorkersField';
import { commonTrlKnobs } from './trl-knobs';
import { TrlKnobField } from './TrlKnobField';

interface Props {
  readonly recipe: OutsideRecipe;
  readonly onChange: (recipe: OutsideRecipe) => void;
  /** Why a round with this preset would wait; null where a worker can take it. */
  readonly missing: string | null;
  readonly budgetGpuHours: number | null;
  readonly onBudget: (hours: number | null) => void;
}

/** A preset of the trainer, what it needs, the few knobs that matter and a budget. */
export function TrlForm({ recipe, onChange, missing, budgetGpuHours, onBudget }: Props) {
  const t = useTranslations('rounds.trlForm');
  return (
    <Stack gap="xs">
      <div>
        <PresetChoice
          value={recipe.preset}
          presets={presetNames.map((name) => ({ value: name, label: t(`presets.${name}.name`) }))}
          onChange={(name) => onChange({ ...recipeOfPreset(recipe.engine, name as PresetName), seed: recipe.seed })}
        >
          {t(`presets.${recipe.preset}.about`)}
        </PresetChoice>
        <Text size="xs" mt={4}>
          {t('needs', { memory: trlPresets[recipe.preset].memory })}
        </Text>
      </div>
      {missing !== null && (
        <Alert color="orange" variant="light" icon={<IconClock size={18} />} title={t('willWait')}>
          {missing}
        </Alert>
      )}
      {recipe.engine === 'ray' && <RayWorkersField recipe={recipe} onChange={onChange} />}
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        {commonTrlKnobs.map((knob) => (
          <TrlKnobField key={knob.key} knob={knob} recipe={recipe} onChange={onChange} />
        ))}
      </SimpleGrid>
      <NumberInput
        label={t('budget')}
        description={t('budgetExplanation')}
        inputWrapperOrder={['label', 'input', 'description']}
        value={budgetGpuHours ?? ''}
        min={0.01}
        max={100_000}
        step={1}
        onChange={(value) => onBudget(typeof value === 'number' && value > 0 ? value : null)}
      />
    </Stack>
  );
}
