import { Alert, Checkbox, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { AllowableFinding } from '@/lib/core/round/round-inputs';

interface Props {
  /** Findings that were met before, or that can be foreseen. */
  readonly codes: readonly AllowableFinding[];
  /** Memory is foreseen, not found. */
  readonly isMemoryForeseen: boolean;
  readonly value: readonly AllowableFinding[];
  readonly onChange: (allowed: AllowableFinding[]) => void;
}

/** Findings of the pre-flight that the round goes on with; each is kept with the round and in the audit log. */
export function AllowedFindings({ codes, isMemoryForeseen, value, onChange }: Props) {
  const t = useTranslations('rounds.allowedFindings');
  const words = useTranslations('rounds.findings');
  if (codes.length === 0) return null;
  return (
    <Alert color="orange" variant="light" icon={<IconAlertTriangle size={18} />} title={t('title')}>
      <Stack gap="xs">
        {isMemoryForeseen && <Text size="sm">{t('memoryForeseen')}</Text>}
        {codes.map((code) => (
          <Checkbox
            key={code}
            label={words(`${code}.allow`)}
            description={words(`${code}.warning`)}
            styles={{ description: { color: 'inherit' } }}
            checked={value.includes(code)}
            onChange={(event) => onChange(event.currentTarget.checked ? [...value, code] : value.filter((one) => one !== code))}
          />
        ))}
        <Text size="xs">{t('onRecord')}</Text>
      </Stack>
    </Alert>
  );
}
