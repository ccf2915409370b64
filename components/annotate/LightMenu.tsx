'use client';

import { ActionIcon, Button, Popover, Slider, Stack, Text, Tooltip } from '@mantine/core';
import { IconBrightness } from '@tabler/icons-react';
import { filterOf, plainLight, type PageLight } from '@/components/canvas/page-light';

interface Props {
  readonly light: PageLight;
  readonly onChange: (light: PageLight) => void;
}

const knobs = [
  { key: 'brightness', label: 'Brightness', min: 0.4, max: 1.6 },
  { key: 'contrast', label: 'Contrast', min: 0.4, max: 3 },
] as const;
const percent = (value: number): string => `${Math.round(value * 100)} %`;

/** Makes a faint or dark scan readable: for the eye alone, the page stays as it is. */
export function LightMenu({ light, onChange }: Props) {
  const isPlain = filterOf(light) === '';
  return (
    <Popover position="right-start" withArrow trapFocus>
      <Popover.Target>
        <Tooltip label="Brightness and contrast" position="right">
          <ActionIcon variant={isPlain ? 'subtle' : 'light'} color={isPlain ? 'gray' : 'teal'} aria-label="Brightness and contrast">
            <IconBrightness size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" w={200}>
          {knobs.map(({ key, label, min, max }) => (
            <div key={key}>
              <Text size="xs" c="dimmed">{label} {percent(light[key])}</Text>
              <Slider
                size="sm"
                min={min}
                max={max}
                step={0.05}
                label={null}
                thumbProps={{ 'aria-label': label, 'aria-valuetext': percent(light[key]) }}
                value={light[key]}
                onChange={(value) => onChange({ ...light, [key]: value })}
              />
            </div>
          ))}
          <Button size="compact-xs" variant="default" disabled={isPlain} onClick={() => onChange(plainLight)}>As it is</Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
