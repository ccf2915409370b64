import { Button, Collapse, NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { EmbeddedRecipe } from '@/lib/core/round/recipe';
import { type Knob, knobs, presets } from '../knobs';
import { PresetChoice } from './PresetChoice';

interface Props {
  readonly recipe: EmbeddedRecipe;
  readonly preset: string;
  readonly onPreset: (id: string) => void;
  readonly onChange: (recipe: EmbeddedRecipe) => void;
}

/** A preset and the few knobs that matter; the others one press away. */
export function RecipeForm({ recipe, preset, onPreset, onChange }: Props) {
  const t = useTranslations('rounds.recipeForm');
  const knobWords = useTranslations('rounds.knobs');
  const presetWords = useTranslations('rounds.presets');
  const [isOpen, setOpen] = useState(false);
  const field = ({ key, min, max, step }: Knob) => (
    <NumberInput
      key={key}
      label={knobWords(`${key}.name`)}
      description={knobWords(`${key}.explanation`)}
      inputWrapperOrder={['label', 'input', 'description']}
      value={recipe[key]}
      min={min}
      max={max}
      step={step}
      onChange={(value) => {
        if (typeof value === 'number') onChange({ ...recipe, [key]: value });
      }}
    />
  );
  const chosen = presets.find(({ id }) => id === preset);
  const explanation = chosen ? presetWords(`${chosen.id}.explanation`) : t('yourOwnSettings');
  return (
    <Stack gap="xs">
      <PresetChoice
        value={preset}
        presets={[...presets.map(({ id }) => ({ value: id, label: presetWords(`${id}.name`) })), { value: 'own', label: t('own'), disabled: preset !== 'own' }]}
        onChange={onPreset}
      >
        {explanation}
      </PresetChoice>
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        {knobs.filter(({ isCommon }) => isCommon).map(field)}
      </SimpleGrid>
      <Button variant="subtle" color="gray" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen} justify="flex-start" px={4}>
        {isOpen ? t('fewerSettings') : t('allSettings')}
      </Button>
      <Collapse expanded={isOpen}>
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          {knobs.filter(({ isCommon }) => !isCommon).map(field)}
        </SimpleGrid>
      </Collapse>
    </Stack>
  );
}
