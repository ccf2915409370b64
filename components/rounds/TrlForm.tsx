import { Alert, Button, Collapse, NumberInput, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type OutsideRecipe, recipeOfPreset } from '@/lib/core/round/recipe';
import { type PresetName, presetNames, trlPresets } from '@/lib/core/round/trl-presets';
import { RayWorkersField } from './RayWorkersField';
import { commonTrlKnobs, furtherTrlKnobs } from './trl-knobs';
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
  const form = useTranslations('rounds.recipeForm');
  const [isOpen, setOpen] = useState(false);
  const preset = trlPresets[recipe.preset];
  const fields = (knobs: typeof commonTrlKnobs) => (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
      {knobs.map((knob) => (
        <TrlKnobField key={knob.key} knob={knob} recipe={recipe} onChange={onChange} />
      ))}
    </SimpleGrid>
  );
  return (
    <Stack gap="xs">
      <div>
        <Text size="sm" fw={500} mb={4}>
          {form('preset')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-label={form('preset')}
          value={recipe.preset}
          onChange={(name) => onChange({ ...recipeOfPreset(recipe.engine, name as PresetName), seed: recipe.seed })}
          data={presetNames.map((name) => ({ value: name, label: t(`presets.${name}.name`) }))}
        />
        <Text size="xs" c="dimmed" mt={4}>
          {t(`presets.${recipe.preset}.about`)}
        </Text>
        <Text size="xs" mt={4}>
          {t('needs', { memory: preset.memory })}
        </Text>
      </div>
      {missing !== null && (
        <Alert color="orange" variant="light" icon={<IconClock size={18} />} title={t('willWait')}>
          {missing}
        </Alert>
      )}
      {recipe.engine === 'ray' && <RayWorkersField recipe={recipe} onChange={onChange} />}
      {fields(commonTrlKnobs)}
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
      <Button variant="subtle" color="gray" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen} justify="flex-start" px={4}>
        {isOpen ? form('fewerSettings') : form('allSettings')}
      </Button>
      <Collapse expanded={isOpen}>{fields(furtherTrlKnobs)}</Collapse>
    </Stack>
  );
}
