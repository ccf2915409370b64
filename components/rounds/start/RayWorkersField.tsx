import { NumberInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { recipeSchema } from '@/lib/core/round/recipe';
import type { RayRecipe } from '@/lib/core/round/trl-recipe';

interface Props {
  readonly recipe: RayRecipe;
  readonly onChange: (recipe: RayRecipe) => void;
}

/** How many workers of the cluster share a step, and what does not fit with that. */
export function RayWorkersField({ recipe, onChange }: Props) {
  const t = useTranslations('rounds.rayWorkers');
  const parsed = recipeSchema.safeParse(recipe);
  return (
    <NumberInput
      label={t('name')}
      description={t('explanation')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={recipe.workers}
      min={1}
      max={1024}
      step={1}
      allowDecimal={false}
      error={parsed.error?.issues[0]?.message}
      onChange={(workers) => typeof workers === 'number' && workers >= 1 && onChange({ ...recipe, workers })}
    />
  );
}
