'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { FieldShape, LeafShape } from '@/lib/core/annotation/fields';
import { isAbsent } from '@/lib/core/annotation/absent';
import classes from './fields.module.css';
import { useFieldActions } from './field-actions';
import { spokenName } from './panel-model';
import { usePanel } from './PanelProvider';
import { RowTools } from './RowTools';

interface Props {
  readonly item: Exclude<FieldShape, LeafShape>;
}

/** Name of a group, a row, or a list whose rows hold more than leaves. */
export const BlockHeading = memo(function BlockHeading({ item }: Props) {
  const t = useTranslations('annotate.blockHeading');
  const actions = useFieldActions();
  const name = spokenName(item.pointer);
  const isSaidAbsent = usePanel(({ content }) => isAbsent(content, item.pointer));
  const isInFocus = usePanel(({ focus }) => focus === item.pointer);
  const isStop = item.kind === 'list' && item.rowCount === 0;
  return (
    <Group
      gap="xs"
      className={classes.heading}
      style={{ marginInlineStart: item.depth * 12 }}
      data-focus={isInFocus}
      role="group"
      aria-label={name}
      {...(item.kind === 'list' ? { 'data-field': true, 'data-pointer': item.pointer, tabIndex: isStop ? 0 : -1 } : {})}
      onFocus={(event) => isStop && event.target === event.currentTarget && actions.onFocus(item.pointer)}
    >
      <Text size="sm" fw={600} dir="auto">{item.kind === 'row' ? t('row', { label: item.label }) : item.label}</Text>
      {item.kind === 'list' && <Text size="xs" c="dimmed">{isSaidAbsent ? t('absent') : item.rowCount === 0 ? t('noRows') : item.rowCount}</Text>}
      {item.kind !== 'row' && item.schema.description && (
        <Text size="xs" c="dimmed" lineClamp={1} style={{ flex: 1 }}>{item.schema.description}</Text>
      )}
      {item.kind === 'row' && !actions.isReadOnly && <RowTools list={item.row.list} index={item.row.index} rowCount={Infinity} />}
      {item.kind === 'list' && !actions.isReadOnly && (
        <Button
          size="compact-xs"
          variant="subtle"
          ml="auto"
          tabIndex={-1}
          leftSection={<IconPlus size={12} />}
          aria-label={t('addRowTo', { name })}
          onClick={() => actions.onAddRow(item.pointer, item.schema.items, item.rowCount)}
        >
          {t('addRow')}
        </Button>
      )}
    </Group>
  );
});
