'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { FieldItem } from '@/lib/core/annotation/fields';
import classes from './fields.module.css';
import { useFieldActions } from './field-actions';
import { FieldHint } from './FieldHint';
import { LeafField } from './LeafField';
import { isTable, ListTable } from './ListTable';
import { leafProps, spokenName, type PanelModel } from './panel-model';
import { RowTools } from './RowTools';

interface Props {
  readonly model: PanelModel;
  /** Grows with each wish to put the text cursor into the field in focus. */
  readonly cursorWish: number;
}

/** Items that a table above them draws already. */
function withoutTableRows(items: readonly FieldItem[]): FieldItem[] {
  const tables = items.flatMap((item) => (item.kind === 'list' && isTable(item.schema) ? [`${item.pointer}/`] : []));
  return items.filter(({ pointer }) => !tables.some((table) => pointer.startsWith(table)));
}

function Heading({ item }: { readonly item: Extract<FieldItem, { kind: 'group' | 'row' | 'list' }> }) {
  const actions = useFieldActions();
  return (
    <Group gap="xs" className={classes.heading} style={{ marginLeft: item.depth * 12 }}>
      <Text size="sm" fw={600}>{item.kind === 'row' ? `Row ${item.label}` : item.label}</Text>
      {item.kind !== 'row' && item.schema.description && (
        <Text size="xs" c="dimmed" lineClamp={1} style={{ flex: 1 }}>{item.schema.description}</Text>
      )}
      {item.kind === 'row' && !actions.isReadOnly && <RowTools list={item.row.list} index={item.row.index} rowCount={Infinity} />}
      {item.kind === 'list' && !actions.isReadOnly && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={12} />}
          aria-label={`Add a row to ${spokenName(item.pointer)}`}
          onClick={() => actions.onAddRow(item.pointer, item.schema.items, item.rowCount)}
        >
          Add row
        </Button>
      )}
    </Group>
  );
}

/** All fields of the record in the order of the schema, any depth. */
export function FieldPanel({ model, cursorWish }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const { focus } = model;
  const focused = useRef(focus);
  focused.current = focus;
  const editorOf = (pointer: string | null): HTMLElement | null =>
    pointer === null ? null : (root.current?.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"]`) ?? null);
  const findEditor = useRef(editorOf);
  useEffect(() => {
    findEditor.current(focus)?.scrollIntoView({ block: 'nearest' });
  }, [focus]);
  useEffect(() => {
    // The wish counts, not the field: clicking into a field must not select its text.
    const editor = cursorWish > 0 ? findEditor.current(focused.current) : null;
    editor?.focus();
    if (editor instanceof HTMLInputElement || editor instanceof HTMLTextAreaElement) editor.select();
  }, [cursorWish]);
  return (
    <div className={classes.frame}>
      <div ref={root} className={classes.panel} role="region" aria-label="Fields">
        {withoutTableRows(model.items).map((item) => {
          if (item.kind === 'leaf') return <LeafField key={item.pointer} {...leafProps(model, item)} />;
          if (item.kind === 'list' && isTable(item.schema)) return <ListTable key={item.pointer} {...item} model={model} />;
          return <Heading key={item.pointer} item={item} />;
        })}
      </div>
      <FieldHint model={model} />
    </div>
  );
}
