import { NumberInput, SimpleGrid, Stack, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OutsideRecipe } from '@/lib/core/round/recipe';
import { ResetKnob } from './ResetKnob';
import { isChanged, presetValue } from './round-draft';
import type { StageKnob } from './trl-knobs';

interface Props {
  readonly knob: StageKnob;
  readonly recipe: OutsideRecipe;
  readonly onChange: (recipe: OutsideRecipe) => void;
  /** What else it asks for while it is on. */
  readonly children?: ReactNode;
}

type StageValues = Readonly<Record<string, number | null>>;

/** A part of the recipe that is off, or on with a few numbers of its own. */
export function StageField({ knob, recipe, onChange, children }: Props) {
  const t = useTranslations('rounds.stages');
  const values = useTranslations('rounds.resetKnob');
  const { key, fields, standard } = knob;
  const now = recipe[key] as StageValues | null;
  const preset = presetValue(recipe, key) as StageValues | null;
  const set = (value: StageValues | null): void => onChange({ ...recipe, [key]: value } as OutsideRecipe);
  const name = t(`${key}.name`);
  return (
    <div role="group" aria-label={name} style={{ gridColumn: '1 / -1' }}>
      <Switch
        label={name}
        description={t(`${key}.explanation`)}
        checked={now !== null}
        onChange={(event) => set(event.currentTarget.checked ? (preset ?? standard) : null)}
      />
      {now !== null && (
        <SimpleGrid cols={fields.length} spacing="sm" mt={6} ml={44}>
          {fields.map((field) => (
            <NumberInput
              key={field.name}
              label={t(`fields.${field.name}.name`)}
              description={t(`fields.${field.name}.explanation`)}
              inputWrapperOrder={['label', 'input', 'description']}
              value={now[field.name] ?? ''}
              min={field.min}
              max={field.max}
              step={field.step}
              onChange={(value) => {
                if (typeof value === 'number') set({ ...now, [field.name]: value });
                else if (field.canBeEmpty && value === '') set({ ...now, [field.name]: null });
              }}
            />
          ))}
        </SimpleGrid>
      )}
      {now !== null && children !== undefined && <Stack gap="xs" mt="xs" ml={44}>{children}</Stack>}
      {isChanged(recipe, key) && <ResetKnob name={name} preset={values(preset === null ? 'off' : 'on')} onReset={() => set(preset)} />}
    </div>
  );
}
