import { Switch } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { OutsideRecipe } from '@/lib/core/round/recipe';
import type { RoundInputs } from '@/lib/core/round/round-inputs';
import type { RoundSourcesView } from './sources-view';

interface Props {
  readonly recipe: OutsideRecipe;
  readonly passRates: RoundSourcesView['passRates'];
  readonly value: RoundInputs['passRates'];
  readonly onChange: (value: RoundInputs['passRates']) => void;
}

/** Whether the pass rates of the newest round on the same model come along; nothing where there are none. */
export function PassRatesField({ recipe, passRates, value, onChange }: Props) {
  const t = useTranslations('rounds.passRatesField');
  const found = passRates.find(({ model }) => model === recipe.model);
  if (!found) return null;
  return (
    <Switch
      label={t('carry', { number: found.roundNumber })}
      description={t('explanation')}
      checked={value === 'carry'}
      onChange={(event) => onChange(event.currentTarget.checked ? 'carry' : 'afresh')}
    />
  );
}
