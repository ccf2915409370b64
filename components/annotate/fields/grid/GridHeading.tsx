'use client';

import { Badge, Button, Group, Text } from '@mantine/core';
import { IconPlus, IconTableImport } from '@tabler/icons-react';
import type { ClipboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { isAbsent } from '@/lib/core/annotation/absent';
import type { ListItem } from '@/lib/core/annotation/fields';
import { useFieldActions } from '../field-actions';
import { spokenName } from '../panel-model';
import { usePanel } from '../PanelProvider';
import classes from './grid.module.css';

interface Props {
  readonly item: ListItem;
  readonly onPaste: (event: ClipboardEvent) => void;
}

/** Name of a list, its rows, and how to get more; a stop of its own while there is no row. */
export function GridHeading({ item, onPaste }: Props) {
  const t = useTranslations('annotate.gridHeading');
  const actions = useFieldActions();
  const { pointer, label, schema, rowCount } = item;
  const name = spokenName(pointer);
  const isSaidAbsent = usePanel(({ content }) => isAbsent(content, pointer));
  const isInFocus = usePanel(({ focus }) => focus === pointer);
  const state = isSaidAbsent ? t('isAbsent') : rowCount === 0 ? t('noRows') : String(rowCount);
  return (
    <Group
      gap="xs"
      className={classes.heading}
      data-field
      data-pointer={pointer}
      data-focus={isInFocus}
      role="group"
      aria-label={t('named', { name, rows: rowCount === 0 ? state : t('rows', { count: rowCount }) })}
      tabIndex={rowCount === 0 ? 0 : -1}
      onFocus={(event) => event.target === event.currentTarget && actions.onFocus(pointer)}
      onPointerDown={(event) => !(event.target instanceof Element && event.target.closest('button')) && actions.onFocus(pointer)}
      onPaste={onPaste}
    >
      <Text size="sm" fw={600} dir="auto">{label}</Text>
      <Badge size="sm" variant="light" color="gray" tt="none">{state}</Badge>
      {schema.description && <Text size="xs" c="dimmed" lineClamp={1} style={{ flex: 1 }} title={schema.description}>{schema.description}</Text>}
      {!actions.isReadOnly && (
        <Group gap={2} ml="auto">
          {rowCount === 0 && (
            <Button size="compact-xs" variant="subtle" tabIndex={-1} aria-pressed={isSaidAbsent} onClick={() => (isSaidAbsent ? actions.onClear(pointer) : actions.onAbsent(pointer))}>
              {t('absent')}
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" tabIndex={-1} leftSection={<IconTableImport size={12} />} aria-label={t('readOffPageOf', { name })} onClick={() => actions.onPropose(pointer)}>
            {t('readOffPage')}
          </Button>
          <Button size="compact-xs" variant="subtle" tabIndex={-1} leftSection={<IconPlus size={12} />} aria-label={t('addRowTo', { name })} onClick={() => actions.onAddRow(pointer, schema.items, rowCount)}>
            {t('addRow')}
          </Button>
        </Group>
      )}
    </Group>
  );
}
