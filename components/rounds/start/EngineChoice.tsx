import { Group, Radio, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { EngineName } from '@/lib/core/round/recipe';

export interface EngineOfferView {
  readonly engine: EngineName;
  readonly name: string;
  readonly description: string;
  readonly note: string | null;
  readonly missing: Readonly<Record<string, string | null>>;
}

interface Props {
  readonly engines: readonly EngineOfferView[];
  readonly value: EngineName;
  readonly onChange: (engine: EngineName) => void;
}

/** What can train, and what to know of each. */
export function EngineChoice({ engines, value, onChange }: Props) {
  const t = useTranslations('rounds.engineChoice');
  return (
    <Radio.Group label={t('engine')} value={value} onChange={(engine) => onChange(engine as EngineName)}>
      <Stack gap={6} mt={4}>
        {engines.map(({ engine, name, description, note }) => (
          <Radio.Card key={engine} value={engine} p="xs" radius="sm">
            <Group wrap="nowrap" align="flex-start" gap="sm">
              <Radio.Indicator />
              <div>
                <Text size="sm" fw={500}>
                  {name}
                </Text>
                <Text size="xs" c="dimmed">
                  {description}
                </Text>
                {note && (
                  <Text size="xs" c="var(--hf-near)">
                    {note}
                  </Text>
                )}
              </div>
            </Group>
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  );
}
