import { NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { OutsideRecipe } from '@/lib/core/round/recipe';
import type { TrlKnob } from './trl-knobs';

interface Props {
  readonly knob: TrlKnob;
  readonly recipe: OutsideRecipe;
  readonly onChange: (recipe: OutsideRecipe) => void;
}

/** One knob of the trainer with what it does. */
export function TrlKnobField({ knob, recipe, onChange }: Props) {
  const t = useTranslations('rounds.trlKnobs');
  const { key } = knob;
  const words = { label: t(`${key}.name`), description: t(`${key}.explanation`), inputWrapperOrder: ['label' as const, 'input' as const, 'description' as const] };
  const set = (value: unknown): void => onChange({ ...recipe, [key]: value });
  switch (knob.kind) {
    case 'number':
      return (
        <NumberInput
          {...words}
          value={recipe[knob.key] ?? ''}
          min={knob.min}
          max={knob.max}
          step={knob.step}
          onChange={(value) => {
            if (typeof value === 'number') set(value);
            else if (knob.canBeEmpty && value === '') set(null);
          }}
        />
      );
    case 'switch':
      return (
        <Switch
          label={words.label}
          description={words.description}
          checked={recipe[knob.key]}
          onChange={(event) => set(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return <Select {...words} allowDeselect={false} value={recipe[knob.key]} data={[...knob.options]} onChange={(value) => value !== null && set(value)} />;
    case 'text':
      return <TextInput {...words} value={recipe[knob.key]} onChange={(event) => set(event.currentTarget.value.trim())} />;
  }
}
