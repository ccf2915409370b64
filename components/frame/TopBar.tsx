'use client';

import { Button, Group, Text } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { globalCommands } from '../commands/global-commands';
import { CommandKey } from '../commands/KeyCaps';
import { IntentLink } from '../ui/IntentLink';
import { BackgroundWorkIndicator } from './BackgroundWorkIndicator';
import { type Area, areaHref } from './areas';
import type { FrameProject } from './frame-project';
import classes from './frame.module.css';

interface Props {
  readonly areas: readonly Area[];
  readonly project: FrameProject;
}

/** Where am I, what runs in the background, and the way to everything else. */
export function TopBar({ areas, project }: Props) {
  const t = useTranslations('frame.topBar');
  const names = useTranslations('frame.areas');
  const segments = usePathname().split('/').slice(3);
  const area = areas.find(({ path }) => path === (segments[0] ?? ''));
  return (
    <header className={classes.topBar}>
      <Group gap={6} wrap="nowrap" style={{ minWidth: 0 }}>
        <Text size="sm" c="dimmed" component={IntentLink} href={`/p/${project.id}`} truncate td="none">
          {project.name}
        </Text>
        {area && area.path !== '' && (
          <>
            <Text size="sm" c="dimmed" aria-hidden>
              /
            </Text>
            <Text size="sm" fw={600} component={IntentLink} href={areaHref(project.id, area.path)} td="none">
              {names(area.name)}
            </Text>
          </>
        )}
      </Group>
      <Group gap="xs" wrap="nowrap">
        <BackgroundWorkIndicator projectId={project.id} />
        <Button
          variant="default"
          leftSection={<IconSearch size={14} />}
          rightSection={<CommandKey command={globalCommands.palette} />}
          onClick={spotlight.open}
        >
          {t('goTo')}
        </Button>
      </Group>
    </header>
  );
}
