'use client';

import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData, type SpotlightFilterFunction } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
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

/** Letters in their order find an action; the group of the best one comes first, the search for documents last. */
const filterWith = (searching: string): SpotlightFilterFunction => (query, all) => {
  const groups = all.flatMap((group) => ('actions' in group ? [group] : []));
  const found = searchTexts(groups.filter(({ group }) => group !== searching).flatMap(({ actions }) => actions), query, textOf);
  const placeOf = (actions: readonly SpotlightActionData[]): number => found.findIndex((action) => actions.includes(action));
  const shown = groups.flatMap(({ group, actions }) => {
    const own = group === searching ? actions : found.filter((action) => actions.includes(action));
    return own.length > 0 ? [{ group, actions: own }] : [];
  });
  return shown.toSorted((a, b) => Number(a.group === searching) - Number(b.group === searching) || placeOf(a.actions) - placeOf(b.actions));
};

/** Ctrl-K: what can be done on the page in front, every room, every project, and documents by name. */
export function CommandPalette({ areas, project, projects }: Props) {
  const t = useTranslations('frame.commandPalette');
  const names = useTranslations('frame.areas');
  const searching = t('search');
  const router = useRouter();
  const [query, setQuery] = useState('');
  const page = usePageActions();
  const rooms: SpotlightActionData[] = areas.map(({ path, name, icon: Icon }) => ({
    id: `area-${path}`,
    label: names(name),
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
            label: t('searchDocumentsFor', { query: query.trim() }),
            keywords: [query],
            leftSection: <IconSearch size={18} stroke={1.6} />,
            onClick: () => router.push(`/p/${project.id}/documents?q=${encodeURIComponent(query.trim())}`),
          },
        ];
  const groups: SpotlightActionGroupData[] = [
    { group: t('goTo'), actions: rooms },
    { group: t('onPage'), actions: page.actions },
    { group: searching, actions: search },
    { group: t('projects'), actions: others },
  ];
  return (
    <Spotlight
      actions={groups}
      filter={filterWith(searching)}
      query={query}
      onQueryChange={setQuery}
      nothingFound={t('nothingFound')}
      highlightQuery
      scrollable
      maxHeight={480}
      shortcut={null}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      returnFocus={false}
      onSpotlightOpen={page.onOpen}
      transitionProps={{ duration: 80, transition: 'fade', onExited: page.onClosed }}
      searchProps={{ placeholder: t('goToOrDo'), 'aria-label': t('goTo'), leftSection: <IconSearch size={18} /> }}
    />
  );
}
