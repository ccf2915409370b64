'use client';

import { ActionIcon, Badge, Button, Group, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { addKey, moveKey, removeKey } from '@/lib/core/schema/edit-schema';
import { type SchemaAddress, schemaAtAddress } from '@/lib/core/schema/schema-at';
import { type FieldSchema, isLeafSchema, isListSchema, isObjectSchema } from '@/lib/core/schema/types';
import type { Translate } from '@/messages/translate';
import classes from './schema.module.css';
import type { SchemaDraft } from './use-schema-draft';

interface TreeRow {
  readonly address: SchemaAddress;
  readonly name: string;
  readonly field: FieldSchema;
  readonly depth: number;
}

/** Keys in their order; the columns of a list stand under the list itself. */
function rowsOf(field: FieldSchema, address: SchemaAddress, depth: number): TreeRow[] {
  if (isListSchema(field)) return rowsOf(field.items, [...address, '[]'], depth);
  if (!isObjectSchema(field)) return [];
  return Object.entries(field.properties).flatMap(([name, child]) => {
    const childAddress = [...address, name];
    return [{ address: childAddress, name, field: child, depth }, ...rowsOf(child, childAddress, depth + 1)];
  });
}

function typeWords(t: Translate<'schema.schemaTree'>, field: FieldSchema): string {
  if (!isListSchema(field)) return field.type;
  return isLeafSchema(field.items) ? t('listOf', { type: field.items.type }) : t('listOfRows');
}

/** The object that a new key goes into: the selected one, or the one around the selected leaf. */
export function parentForNewKey(draft: SchemaDraft): SchemaAddress {
  const { schema, selected } = draft;
  const field = schemaAtAddress(schema, selected);
  if (!field) return [];
  if (isObjectSchema(field)) return selected;
  if (isListSchema(field) && isObjectSchema(field.items)) return [...selected, '[]'];
  return selected.slice(0, -1);
}

function freshName(draft: SchemaDraft, parent: SchemaAddress): string {
  const object = schemaAtAddress(draft.schema, parent);
  const taken = object && isObjectSchema(object) ? Object.keys(object.properties) : [];
  for (let n = 1; ; n++) {
    const name = n === 1 ? 'New key' : `New key ${n}`;
    if (!taken.includes(name)) return name;
  }
}

const same = (a: SchemaAddress, b: SchemaAddress): boolean => a.length === b.length && a.every((step, i) => step === b[i]);

export function SchemaTree({ draft, canEdit }: { readonly draft: SchemaDraft; readonly canEdit: boolean }) {
  const t = useTranslations('schema.schemaTree');
  const rows = rowsOf(draft.schema, [], 0);
  const add = (): void => {
    const parent = parentForNewKey(draft);
    draft.apply((schema) => addKey(schema, parent, freshName(draft, parent), { type: 'string' }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = rows.findIndex(({ address }) => same(address, draft.selected));
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    if (event.altKey && canEdit && draft.selected.length > 0) {
      draft.apply((schema) => moveKey(schema, draft.selected, step > 0 ? 'down' : 'up'));
      return;
    }
    const next = rows[Math.min(rows.length - 1, Math.max(0, index + step))];
    if (next) draft.select(next.address);
  };
  return (
    <section className={`hf-surface ${classes.tree}`} aria-label={t('keys')}>
      <Group justify="space-between" p="xs" wrap="nowrap">
        <Button variant="light" leftSection={<IconPlus size={14} />} disabled={!canEdit} onClick={add}>
          {t('addKey')}
        </Button>
        <Group gap={2} wrap="nowrap">
          {(
            [
              ['up', t('moveUpAlt'), IconArrowUp],
              ['down', t('moveDownAlt'), IconArrowDown],
            ] as const
          ).map(([move, label, Icon]) => (
            <Tooltip key={move} label={label}>
              <ActionIcon
                aria-label={label}
                disabled={!canEdit || draft.selected.length === 0}
                onClick={() => draft.apply((schema) => moveKey(schema, draft.selected, move))}
              >
                <Icon size={16} />
              </ActionIcon>
            </Tooltip>
          ))}
          <Tooltip label={t('removeUndoBringsBack')}>
            <ActionIcon
              aria-label={t('removeKey')}
              disabled={!canEdit || draft.selected.length === 0}
              onClick={() => draft.apply((schema) => removeKey(schema, draft.selected))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      <div className={classes.rows} role="listbox" aria-label={t('keysOfSchema')} tabIndex={0} onKeyDown={onKeyDown}>
        {rows.map(({ address, name, field, depth }) => (
          <div
            key={address.join('/')}
            role="option"
            aria-selected={same(address, draft.selected)}
            className={classes.row}
            style={{ paddingLeft: 12 + depth * 18 }}
            onClick={() => draft.select(address)}
          >
            <span className={classes.key}>{name}</span>
            <span className={classes.type}>{typeWords(t, field)}</span>
            {isLeafSchema(field) && field['x-severity'] === 'minor' && (
              <Badge size="xs" color="gray" variant="light">
                {t('minor')}
              </Badge>
            )}
            {isLeafSchema(field) && field['x-phi'] && (
              <Badge size="xs" color="orange" variant="light">
                {t('phi')}
              </Badge>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
