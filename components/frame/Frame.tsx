'use client';

import { Box } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { type Actor, isAllowed } from '@/lib/core/access/roles';
import type { OwnKeys } from '@/lib/core/commands/own-keys';
import { CommandsProvider } from '../commands/CommandsProvider';
import { CommandPalette } from './CommandPalette';
import { Rail } from './Rail';
import { TopBar } from './TopBar';
import { areas } from './areas';
import type { FrameProject } from './frame-project';
import classes from './frame.module.css';

interface Props {
  readonly actor: Actor;
  readonly person: { readonly name: string; readonly email: string };
  readonly project: FrameProject;
  readonly projects: readonly FrameProject[];
  readonly ownKeys: OwnKeys;
  readonly children: ReactNode;
}

/** Rail, top bar, content: the one frame of every page of a project. */
export function Frame({ actor, person, project, projects, ownKeys, children }: Props) {
  const t = useTranslations('frame.frame');
  const open = useMemo(
    () => areas.filter(({ permission }) => isAllowed(actor, permission, project.id)),
    [actor, project.id],
  );
  return (
    <CommandsProvider ownKeys={ownKeys}>
      <div className={classes.frame}>
        <a className={classes.skip} href="#content">
          {t('skipToContent')}
        </a>
        <Rail areas={open} project={project} projects={projects} person={person} />
        <div className={classes.main}>
          <TopBar areas={open} project={project} />
          <Box component="main" id="content" tabIndex={-1} className={classes.content}>
            {children}
          </Box>
        </div>
        <CommandPalette areas={open} project={project} projects={projects} />
      </div>
    </CommandsProvider>
  );
}
