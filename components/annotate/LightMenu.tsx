'use client';

import { ActionIcon, Button, Popover, Slider, Stack, Text, Tooltip } from '@mantine/core';
import { IconBrightness } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { filterOf, plainLight, type PageLight } from '@/components/canvas/page-light';

interface Props {
  readonly light: PageLight;
  readonly onChange: (light: PageLight) => void;
}

const knobs = [
  { key: 'brightness', min: 0.4, max: 1.6 },
  { key: 'contrast', min: 0.4, max: 3 },
] as const;
const percent = (value: number): string => `${Math.round(value * 100)} %`;

/** Makes a faint or dark scan readable: for the eye alone, the page stays as it is. */
export function LightMenu({ light, onChange }: Props) {
  const t = useTranslations('annotate.lightMenu');
  const isPlain = filterOf(light) === '';
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover position="right-start" withArrow trapFocus returnFocus opened={isOpen} onChange={setOpen}>
      <Popover.Target>
        <Tooltip label={t('brightnessAndContrast')} position="right" disabled={isOpen}>
          <ActionIcon variant={isPlain ? 'subtle' : 'light'} color={isPlain ? 'gray' : 'teal'} aria-label={t('brightnessAndContrast')} onClick={() => setOpen(!isOpen)}>
            <IconBrightness size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" w={200}>
          {knobs.map(({ key, min, max }) => (
            <div key={key}>
              <Text size="xs" c="dimmed">{t(key)} {percent(light[key])}</Text>
              <Slider
                size="sm"
                min={min}
                max={max}
                step={0.05}
                label={null}
                thumbLabel={t(key)}
                value={light[key]}
                onChange={(value) => onChange({ ...light, [key]: value })}
              />
            </div>
          ))}
          <Button size="compact-xs" variant="default" disabled={isPlain} onClick={() => onChange(plainLight)}>{t('asItIs')}</Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
