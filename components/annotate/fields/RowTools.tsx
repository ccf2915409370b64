'use client';

import { ActionIcon, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useFieldActions } from './field-actions';
import { spokenName } from './panel-model';

interface Props {
  readonly list: string;
  readonly index: number;
  readonly rowCount: number;
}

/** Move and remove one row. Out of the Tab order: the keys are Alt+arrows and Alt+Delete. */
export const RowTools = memo(function RowTools({ list, index, rowCount }: Props) {
  const t = useTranslations('annotate.rowTools');
  const { onMoveRow, onRemoveRow } = useFieldActions();
  const name = spokenName(`${list}/${index}`);
  return (
    <Group gap={0} wrap="nowrap">
      <ActionIcon size="xs" tabIndex={-1} disabled={index === 0} aria-label={t('moveUp', { name })} onClick={() => onMoveRow(list, index, -1)}>
        <IconArrowUp size={12} />
      </ActionIcon>
      <ActionIcon size="xs" tabIndex={-1} disabled={index === rowCount - 1} aria-label={t('moveDown', { name })} onClick={() => onMoveRow(list, index, 1)}>
        <IconArrowDown size={12} />
      </ActionIcon>
      <ActionIcon size="xs" tabIndex={-1} aria-label={t('remove', { name })} onClick={() => onRemoveRow(list, index)}>
        <IconTrash size={12} />
      </ActionIcon>
    </Group>
  );
});
