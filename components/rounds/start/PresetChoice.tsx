import { SegmentedControl, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

interface Props {
  readonly value: string;
  readonly presets: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
  readonly onChange: (id: string) => void;
  /** What the chosen one is for. */
  readonly children: ReactNode;
}

/** The presets of an engine in a row. */
export function PresetChoice({ value, presets, onChange, children }: Props) {
  const t = useTranslations('rounds.recipeForm');
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {t('preset')}
      </Text>
      <SegmentedControl fullWidth aria-label={t('preset')} value={value} onChange={onChange} data={[...presets]} />
      <Text size="xs" c="dimmed" mt={4}>
        {children}
      </Text>
    </div>
  );
}
