'use client';

import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type Area, areaHref } from './areas';
import type { FrameProject } from './frame-project';

interface Props {
  readonly areas: readonly Area[];
  readonly project: FrameProject;
  readonly projects: readonly FrameProject[];
}

/** Ctrl-K: every room, every project, and documents by name. */
export function CommandPalette({ areas, project, projects }: Props) {
  const router = useRouter();
  const [query, setQuery] = useState('');
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
    ...(search.length > 0 ? [{ group: 'Search', actions: search }] : []),
    ...(others.length > 0 ? [{ group: 'Projects', actions: others }] : []),
  ];
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      nothingFound="Nothing found"
      highlightQuery
      shortcut={['mod + K']}
      searchProps={{ placeholder: 'Go to…', 'aria-label': 'Go to', leftSection: <IconSearch size={18} /> }}
    />
  );
}
