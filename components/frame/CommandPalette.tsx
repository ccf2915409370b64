'use client';

import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData, type SpotlightFilterFunction } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { searchTexts } from '@/lib/core/commands/match-text';
import { usePageActions } from '../commands/use-page-actions';
import { type Area, areaHref } from './areas';
import type { FrameProject } from './frame-project';

interface Props {
  readonly areas: readonly Area[];
  readonly project: FrameProject;
  readonly projects: readonly FrameProject[];
}

const textOf = ({ label, keywords }: SpotlightActionData): string => [label, keywords].flat().join(' ');

/** Letters in their order find an action; groups stay together, in each the best first and what cannot be done last. */
const filter: SpotlightFilterFunction = (query, groups) =>
  groups.flatMap((group) => {
    if (!('actions' in group)) return [];
    const actions = searchTexts(group.actions, query, textOf);
    return actions.length > 0 ? [{ ...group, actions: actions.toSorted((a, b) => Number(a.disabled ?? false) - Number(b.disabled ?? false)) }] : [];
  });

/** Ctrl-K: what can be done on the page in front, every room, every project, and documents by name. */
export function CommandPalette({ areas, project, projects }: Props) {
  const router = useRouter();
  const [query, setQuery] = useState('');
  const page = usePageActions();
  const rooms: SpotlightActionData[] = areas.map(({ path, label, icon: Icon }) => ({
    id: `area-${path}`,
    label,
    leftSection: <Icon size={18} stroke={1.6} />,
    onClick: () => router.push(areaHref(project.id, path)),
  }));
  const others: SpotlightActionData[] = projects
    .filter(({ id }) => id !== project.id)
    .map(({ id, name }) => ({ id: `project-${id}`, label: name, onClick: () => router.push(`/p/${id}`) }));
  const search: SpotlightActionData[] =
    query.trim() === ''
      ? []
      : [
          {
            id: 'search-documents',
            label: `Search documents for “${query.trim()}”`,
            keywords: [query],
            leftSection: <IconSearch size={18} stroke={1.6} />,
            onClick: () => router.push(`/p/${project.id}/documents?q=${encodeURIComponent(query.trim())}`),
          },
        ];
  const groups: SpotlightActionGroupData[] = [
    { group: 'Go to', actions: rooms },
    { group: 'On this page', actions: page.actions },
    { group: 'Search', actions: search },
    { group: 'Projects', actions: others },
  ];
  return (
    <Spotlight
      actions={groups}
      filter={filter}
      query={query}
      onQueryChange={setQuery}
      nothingFound="Nothing found"
      highlightQuery
      scrollable
      maxHeight={480}
      shortcut={null}
      returnFocus={false}
      onSpotlightOpen={page.onOpen}
      transitionProps={{ duration: 80, transition: 'fade', onExited: page.onClosed }}
      searchProps={{ placeholder: 'Go to, or do…', 'aria-label': 'Go to', leftSection: <IconSearch size={18} /> }}
    />
  );
}
