'use client';

import { ActionIcon, Avatar, Menu, Tooltip, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import {
  IconDeviceDesktop, IconLogout, IconMoon, IconPin, IconPinnedOff, IconSun, IconUserCircle,
} from '@tabler/icons-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { signOut } from 'next-auth/react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Area, areaHref } from './areas';
import type { FrameProject } from './frame-project';
import { IntentLink } from '../ui/IntentLink';
import classes from './frame.module.css';

interface Props {
  readonly areas: readonly Area[];
  readonly project: FrameProject;
  readonly projects: readonly FrameProject[];
  readonly person: { readonly name: string; readonly email: string };
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();

/** A sign and no text: the button beside it says the whole name. */
const Initials = ({ of: name }: { readonly of: string }) => <span className={classes.initials} data-initials={initials(name)} />;

function ProjectSwitcher({ project, projects, isPinned }: Pick<Props, 'project' | 'projects'> & { readonly isPinned: boolean }) {
  const t = useTranslations('frame.rail');
  const [isOpen, setOpen] = useState(false);
  return (
    <Menu position="right-start" width={240} opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Tooltip label={t('project', { name: project.name })} position="right" disabled={isPinned || isOpen}>
          <UnstyledButton className={classes.area ?? ''} aria-label={t('projectSwitchProject', { name: project.name })} mb={8} px={6}>
            <Avatar size={28} radius="sm" color="teal" variant="filled" aria-hidden>
              <Initials of={project.name} />
            </Avatar>
            {isPinned && <span className={classes.label}>{project.name}</span>}
          </UnstyledButton>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('projects')}</Menu.Label>
        {projects.map(({ id, name }) => (
          <Menu.Item key={id} component={Link} href={`/p/${id}`} rightSection={id === project.id ? '✓' : null}>
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} href="/projects">
          {t('allProjects')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function PersonMenu({ person, isPinned }: Pick<Props, 'person'> & { readonly isPinned: boolean }) {
  const t = useTranslations('frame.rail');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes = [
    { value: 'light', label: t('light'), icon: IconSun },
    { value: 'dark', label: t('dark'), icon: IconMoon },
    { value: 'auto', label: t('asSystem'), icon: IconDeviceDesktop },
  ] as const;
  return (
    <Menu position="right-end" width={220}>
      <Menu.Target>
        <UnstyledButton className={classes.area ?? ''} aria-label={t('signedInAsAccount', { name: person.name })} px={6}>
          <Avatar size={28} radius="xl" aria-hidden>
            <Initials of={person.name} />
          </Avatar>
          {isPinned && <span className={classes.label}>{person.name}</span>}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.email}</Menu.Label>
        <Menu.Item component={Link} href="/account" leftSection={<IconUserCircle size={16} />}>
          {t('account')}
        </Menu.Item>
        <Menu.Divider />
        {schemes.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={16} />}
            rightSection={colorScheme === value ? '✓' : null}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut({ callbackUrl: '/sign-in' })}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function Rail({ areas, project, projects, person }: Props) {
  const t = useTranslations('frame.rail');
  const names = useTranslations('frame.areas');
  const pathname = usePathname();
  const [isPinned, setPinned] = useLocalStorage({ key: 'rail-pinned', defaultValue: false });
  const current = areas.findLast(({ path }) => {
    const href = areaHref(project.id, path);
    return path === '' ? pathname === href : pathname.startsWith(href);
  });
  return (
    <nav className={classes.rail} data-pinned={isPinned} aria-label={t('projectLabel')}>
      <ProjectSwitcher project={project} projects={projects} isPinned={isPinned} />
      {areas.map(({ path, name, icon: Icon }) => (
        <Tooltip key={path} label={names(name)} position="right" disabled={isPinned}>
          <IntentLink
            href={areaHref(project.id, path)}
            className={classes.area}
            aria-current={current?.path === path ? 'page' : undefined}
            aria-label={names(name)}
          >
            <Icon size={20} stroke={1.6} />
            {isPinned && <span className={classes.label}>{names(name)}</span>}
          </IntentLink>
        </Tooltip>
      ))}
      <div className={classes.spacer} />
      <Tooltip label={isPinned ? t('foldRail') : t('showNames')} position="right">
        <ActionIcon
          onClick={() => setPinned(!isPinned)}
          aria-label={isPinned ? t('foldRail') : t('showNamesInRail')}
          mx={6}
          mb={4}
        >
          {isPinned ? <IconPinnedOff size={18} /> : <IconPin size={18} />}
        </ActionIcon>
      </Tooltip>
      <PersonMenu person={person} isPinned={isPinned} />
    </nav>
  );
}
