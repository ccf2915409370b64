'use client';

import { createSpotlight, Spotlight, type SpotlightActionData, type SpotlightFilterFunction } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { isAnswered, textOfLeaf } from '@/lib/core/annotation/leaf-text';
import { isStop, type FieldItem } from '@/lib/core/annotation/fields';
import { searchTexts } from '@/lib/core/commands/match-text';
import { spokenName } from './fields/panel-model';

const [store, fieldSearch] = createSpotlight();
export const openFieldSearch = (): void => fieldSearch.open();

/** Lines that are shown; more letters bring others. */
const mostShown = 40;

const filter: SpotlightFilterFunction = (query, actions) => [
  ...searchTexts(actions.flatMap((action) => ('actions' in action ? [] : [action])), query, ({ label }) => label ?? ''),
];

interface Props {
  /** The fields with what they say now. */
  readonly items: () => readonly FieldItem[];
  /** Whether words are chosen that the field is to get. */
  readonly hasWords: boolean;
  readonly onChoose: (pointer: string) => void;
}

/** "/": to any field by some letters of its name. */
export function FieldSearch({ items, hasWords, onChoose }: Props) {
  const t = useTranslations('annotate.fieldSearch');
  const chosen = useRef<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const stops = isOpen ? items().filter((item) => isStop(item) && !(hasWords && item.kind === 'list')) : [];
  const actions = stops.map((item): SpotlightActionData => ({
    id: item.pointer,
    label: spokenName(item.pointer),
    description: item.kind === 'leaf' ? (isAnswered(item.value) ? textOfLeaf(item.value) : '') : t('noRows'),
    onClick: () => {
      chosen.current = item.pointer;
    },
  }));
  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={actions}
      filter={filter}
      limit={mostShown}
      highlightQuery
      scrollable
      maxHeight={400}
      nothingFound={t('noFieldHasThese')}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      returnFocus={false}
      onSpotlightOpen={() => setOpen(true)}
      transitionProps={{
        duration: 80,
        transition: 'fade',
        onExited: () => {
          setOpen(false);
          const pointer = chosen.current;
          chosen.current = null;
          if (pointer !== null) onChoose(pointer);
        },
      }}
      searchProps={{
        placeholder: hasWords ? t('putWordsInto') : t('goToField'),
        'aria-label': t('field'),
        leftSection: <IconSearch size={18} />,
      }}
    />
  );
}
