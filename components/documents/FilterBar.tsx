'use client';

import { ActionIcon, Button, Group, Menu, Pill, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilterPlus, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Translate } from '@/messages/translate';
import { type DocumentList, isReadState } from './types';
import type { DocumentFilters, FilterKey } from './use-document-filters';
import { type DocumentWords, splitName } from './words';

interface Props {
  readonly filters: DocumentFilters;
  readonly facets: DocumentList['facets'] | undefined;
  readonly onFilter: (key: FilterKey, value: string | null) => void;
  readonly onClear: () => void;
}

/** What a filter is set to, by its name on the screen. */
function valueName(t: Translate<'documents.filterBar'>, words: DocumentWords, key: FilterKey, value: string): string {
  if (key === 'readState' && isReadState(value)) return words(`readStates.${value}`);
  if (key === 'split') return splitName(words, value);
  if (key === 'labelled' && (value === 'yes' || value === 'no')) return t(`labelled.${value}`);
  if (key === 'nearDuplicates' && (value === 'only' || value === 'without')) return t(`nearDuplicates.${value}`);
  return key === 'text' ? t('quoted', { text: value }) : value;
}

const searchAfterMs = 250;

function SearchField({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const t = useTranslations('documents.filterBar');
  const [typed, setTyped] = useState(text);
  const [shown, setShown] = useState(text);
  const field = useRef<HTMLInputElement>(null);
  const search = useDebouncedCallback(onText, searchAfterMs);
  // The chip was taken off, or a link brought another search.
  if (text !== shown) {
    setShown(text);
    if (text !== typed.trim()) setTyped(text);
  }
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]');
      if (event.key !== '/' || isTyping) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);
  return (
    <TextInput
      ref={field}
      w={260}
      aria-label={t('searchInNames')}
      placeholder={t('searchInNamesAndWords')}
      leftSection={<IconSearch size={14} />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value.trim());
      }}
    />
  );
}

/** What is shown, as chips that can be taken off; the URL holds the same. */
export function FilterBar({ filters, facets, onFilter, onClear }: Props) {
  const t = useTranslations('documents.filterBar');
  const words = useTranslations('documents.words');
  const given = Object.entries(filters) as [FilterKey, string][];
  const choices: readonly { readonly key: FilterKey; readonly value: string; readonly count?: number }[] = [
    ...(facets?.splits ?? []).filter(({ suite }) => suite === null).map(({ split, count }) => ({ key: 'split' as const, value: split, count })),
    ...(facets?.splits ?? []).flatMap(({ suite, count }) => (suite === null ? [] : [{ key: 'suite' as const, value: suite, count }])),
    ...(facets?.kinds ?? []).map(({ kind, count }) => ({ key: 'kind' as const, value: kind, count })),
    ...(facets?.readStates ?? []).map(({ readState, count }) => ({ key: 'readState' as const, value: readState, count })),
    // Whoever is not told the splits is not told what is labelled.
    ...(facets && facets.splits.length > 0 ? (['yes', 'no'] as const).map((value) => ({ key: 'labelled' as const, value })) : []),
    { key: 'nearDuplicates', value: 'only' },
    { key: 'nearDuplicates', value: 'without' },
  ];
  const keys = [...new Set(choices.map(({ key }) => key))];
  return (
    <Group gap="xs">
      <SearchField text={filters.text ?? ''} onText={(text) => onFilter('text', text)} />
      <Menu position="bottom-start" shadow="sm">
        <Menu.Target>
          <Button variant="default" leftSection={<IconFilterPlus size={14} />}>
            {t('filter')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflow: 'auto' }}>
          {keys.map((key) => (
            <div key={key}>
              <Menu.Label>{t(`labels.${key}`)}</Menu.Label>
              {choices
                .filter((choice) => choice.key === key)
                .map(({ value, count }) => (
                  <Menu.Item key={value} onClick={() => onFilter(key, value)} rightSection={count}>
                    {valueName(t, words, key, value)}
                  </Menu.Item>
                ))}
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
      {given.map(([key, value]) => (
        <Pill key={key} withRemoveButton onRemove={() => onFilter(key, null)} removeButtonProps={{ 'aria-label': t('removeFilter', { label: t(`labels.${key}`) }), 'aria-hidden': false, tabIndex: 0 }}>
          {t('chip', { label: t(`labels.${key}`), value: valueName(t, words, key, value) })}
        </Pill>
      ))}
      {given.length > 1 && (
        <ActionIcon onClick={onClear} aria-label={t('removeAllFilters')}>
          <IconX size={14} />
        </ActionIcon>
      )}
    </Group>
  );
}
