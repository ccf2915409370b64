'use client';

import { Button, NumberInput, Select, Slider, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { suggestedNearDuplicateLikeness } from '@/lib/core/sampling';
import classes from './selection.module.css';
import { findStrategy, strategies } from './types';

export interface KnobValues {
  readonly strategy: string;
  readonly count: number;
  readonly seed: number;
  readonly maxPerGroup: number;
  readonly excludeNearDuplicatesAbove: number;
}

interface Props {
  readonly isRunning: boolean;
  readonly canRun: boolean;
  readonly onRun: (values: KnobValues) => void;
}

export function Knobs({ isRunning, canRun, onRun }: Props) {
  const t = useTranslations('selection.knobs');
  const names = useTranslations('selection.strategies');
  const form = useForm<KnobValues>({
    initialValues: {
      strategy: 'facility-location',
      count: 100,
      seed: 1,
      maxPerGroup: 1,
      excludeNearDuplicatesAbove: suggestedNearDuplicateLikeness,
    },
  });
  const shown = findStrategy(form.values.strategy);
  return (
    <form className={`hf-surface ${classes.knobs}`} onSubmit={form.onSubmit(onRun)} aria-label={t('sampler')}>
      <Stack gap="sm">
        <Select
          label={t('strategy')}
          description={shown && names(`${shown}.hint`)}
          allowDeselect={false}
          data={strategies.map((value) => ({ value, label: names(`${value}.name`) }))}
          {...form.getInputProps('strategy')}
        />
        <NumberInput label={t('howMany')} min={1} max={5000} allowDecimal={false} {...form.getInputProps('count')} />
        <NumberInput
          label={t('atMostPerGroup')}
          description={t('documentsOfOnePatient')}
          min={1}
          allowDecimal={false}
          {...form.getInputProps('maxPerGroup')}
        />
        <div>
          <Text size="xs" fw={500}>
            {t('leaveOutNearDuplicates')}
          </Text>
          <Slider
            min={0.8}
            max={1}
            step={0.01}
            size="sm"
            mt={6}
            label={(value) => value.toFixed(2)}
            thumbLabel={t('likenessFromWhichDocument')}
            {...form.getInputProps('excludeNearDuplicatesAbove')}
          />
          <Text size="xs" c="dimmed" mt={4}>
            {t('likenessOf', { likeness: form.values.excludeNearDuplicatesAbove.toFixed(2) })}
          </Text>
        </div>
        <NumberInput label={t('seed')} description={t('sameSeedGivesSame')} min={0} allowDecimal={false} {...form.getInputProps('seed')} />
        <Button type="submit" variant="light" loading={isRunning} disabled={!canRun}>
          {t('pick')}
        </Button>
      </Stack>
    </form>
  );
}
