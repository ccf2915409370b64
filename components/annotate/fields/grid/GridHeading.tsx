'use client';

import { Badge, Button, Group, Text } from '@mantine/core';
import { IconPlus, IconTableImport } from '@tabler/icons-react';
import type { ClipboardEvent } from 'react';
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
  const actions = useFieldActions();
  const { pointer, label, schema, rowCount } = item;
  const name = spokenName(pointer);
  const isSaidAbsent = usePanel(({ content }) => isAbsent(content, pointer));
  const isInFocus = usePanel(({ focus }) => focus === pointer);
  const state = isSaidAbsent ? 'absent' : rowCount === 0 ? 'no rows' : String(rowCount);
  return (
    <Group
      gap="xs"
      className={classes.heading}
      data-field
      data-pointer={pointer}
      data-focus={isInFocus}
      role="group"
      aria-label={`${name}: ${rowCount === 0 ? state : `${rowCount} rows`}`}
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
              Absent
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" tabIndex={-1} leftSection={<IconTableImport size={12} />} aria-label={`Read off page: rows of ${name}`} onClick={() => actions.onPropose(pointer)}>
            Read off page
          </Button>
          <Button size="compact-xs" variant="subtle" tabIndex={-1} leftSection={<IconPlus size={12} />} aria-label={`Add a row to ${name}`} onClick={() => actions.onAddRow(pointer, schema.items, rowCount)}>
            Add a row
          </Button>
        </Group>
      )}
    </Group>
  );
}
