import { Button } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';

interface Props {
  readonly name: string;
  /** What the preset has, in words. */
  readonly preset: string;
  readonly onReset: () => void;
}

/** Marks a knob that stands otherwise than its preset has it, and puts it back. */
export function ResetKnob({ name, preset, onReset }: Props) {
  const t = useTranslations('rounds.resetKnob');
  return (
    <Button
      variant="light"
      size="compact-xs"
      mt={4}
      leftSection={<IconRestore size={12} />}
      aria-label={t('resetNamed', { name, preset })}
      styles={{ root: { height: 'auto', maxWidth: '100%' }, label: { whiteSpace: 'normal', overflowWrap: 'anywhere', textAlign: 'left' } }}
      onClick={onReset}
    >
      {t('changed', { preset })}
    </Button>
  );
}
