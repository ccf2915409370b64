import { NumberInput, Select, Switch, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OutsideRecipe } from '@/lib/core/round/recipe';
import { ResetKnob } from './ResetKnob';
import { isChanged, presetValue } from './round-draft';
import { StageField } from './StageField';
import type { TrlKnob } from './trl-knobs';

interface Props {
  readonly knob: TrlKnob;
  readonly recipe: OutsideRecipe;
  readonly onChange: (recipe: OutsideRecipe) => void;
  /** Shown with a stage that is on. */
  readonly children?: ReactNode;
}

type OneValue = Exclude<TrlKnob, { kind: 'stage' }>;

function Field({ knob, recipe, onChange }: Omit<Props, 'knob'> & { readonly knob: OneValue }) {
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

/** One knob of the trainer with what it does; where it was changed, with the way back to its preset. */
export function TrlKnobField({ knob, recipe, onChange, children }: Props) {
  const t = useTranslations('rounds.trlKnobs');
  const values = useTranslations('rounds.resetKnob');
  if (knob.kind === 'stage') return <StageField knob={knob} recipe={recipe} onChange={onChange}>{children}</StageField>;
  const preset = presetValue(recipe, knob.key);
  const inWords = preset === null ? values('empty') : typeof preset === 'boolean' ? values(preset ? 'on' : 'off') : String(preset);
  return (
    <div>
      <Field knob={knob} recipe={recipe} onChange={onChange} />
      {isChanged(recipe, knob.key) && (
        <ResetKnob name={t(`${knob.key}.name`)} preset={inWords} onReset={() => onChange({ ...recipe, [knob.key]: preset })} />
      )}
    </div>
  );
}
