import { Group, Radio, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';

export interface EngineOfferView {
  readonly engine: string;
  readonly name: string;
  readonly description: string;
  readonly isAvailable: boolean;
  readonly note: string | null;
}

/** What can train, and why not what cannot. */
export function EngineChoice({ engines }: { readonly engines: readonly EngineOfferView[] }) {
  const t = useTranslations('rounds.engineChoice');
  return (
    <Radio.Group label={t('engine')} value="embedded">
      <Stack gap={6} mt={4}>
        {engines.map(({ engine, name, description, isAvailable, note }) => (
          <Radio.Card key={engine} value={engine} disabled={!isAvailable} p="xs" radius="sm">
            <Group wrap="nowrap" align="flex-start" gap="sm">
              <Radio.Indicator disabled={!isAvailable} />
              <div>
                <Text size="sm" fw={500} {...(isAvailable ? {} : { c: 'dimmed' })}>
                  {name}
                </Text>
                <Text size="xs" c="dimmed">
                  {description}
                </Text>
                {note && (
                  <Text size="xs" c={isAvailable ? 'var(--hf-near)' : 'dimmed'}>
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
