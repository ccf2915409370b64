'use client';

import { Button, NumberInput, Select, Slider, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { suggestedNearDuplicateLikeness } from '@/lib/core/sampling';
import classes from './selection.module.css';
import { strategyNames } from './types';

export interface KnobValues {
  readonly strategy: string;
  readonly count: number;
  readonly seed: number;
  readonly maxPerGroup: number;
  readonly excludeNearDuplicatesAbove: number;
}

const strategyHints: Readonly<Record<string, string>> = {
  'facility-location': 'Every document well represented by some pick. Pays most for the first dozen labels.',
  'k-center': 'Farthest from all picks so far. Finds outliers; weaker for the first picks.',
  random: 'A seeded draw, to compare with.',
};

interface Props {
  readonly isRunning: boolean;
  readonly canRun: boolean;
  readonly onRun: (values: KnobValues) => void;
}

export function Knobs({ isRunning, canRun, onRun }: Props) {
  const form = useForm<KnobValues>({
    initialValues: {
      strategy: 'facility-location',
      count: 100,
      seed: 1,
      maxPerGroup: 1,
      excludeNearDuplicatesAbove: suggestedNearDuplicateLikeness,
    },
  });
  return (
    <form className={`hf-surface ${classes.knobs}`} onSubmit={form.onSubmit(onRun)} aria-label="Sampler">
      <Stack gap="sm">
        <Select
          label="Strategy"
          description={strategyHints[form.values.strategy]}
          allowDeselect={false}
          data={Object.entries(strategyNames).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps('strategy')}
        />
        <NumberInput label="How many" min={1} max={5000} allowDecimal={false} {...form.getInputProps('count')} />
        <NumberInput
          label="At most per group"
          description="Documents of one patient"
          min={1}
          allowDecimal={false}
          {...form.getInputProps('maxPerGroup')}
        />
        <div>
          <Text size="xs" fw={500}>
            Leave out near duplicates from
          </Text>
          <Slider
            min={0.8}
            max={1}
            step={0.01}
            size="sm"
            mt={6}
            label={(value) => value.toFixed(2)}
            thumbLabel="Likeness from which a document counts as a near duplicate"
            {...form.getInputProps('excludeNearDuplicatesAbove')}
          />
          <Text size="xs" c="dimmed" mt={4}>
            likeness {form.values.excludeNearDuplicatesAbove.toFixed(2)} of 1
          </Text>
        </div>
        <NumberInput label="Seed" description="The same seed gives the same picks" min={0} allowDecimal={false} {...form.getInputProps('seed')} />
        <Button type="submit" variant="light" loading={isRunning} disabled={!canRun}>
          Pick
        </Button>
      </Stack>
    </form>
  );
}
