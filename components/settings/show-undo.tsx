'use client';

import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslations } from 'use-intl';

function UndoNotice({ message, onUndo }: { readonly message: string; readonly onUndo: () => void }) {
  const t = useTranslations('settings.undoNotice');
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{message}</Text>
      <Button variant="default" flex="0 0 auto" onClick={onUndo}>
        {t('undo')}
      </Button>
    </Group>
  );
}

/** Says what was done and lets it be undone for ten seconds. */
export function showUndo(message: string, onUndo: () => void): void {
  const undo = (): void => {
    notifications.hide(id);
    onUndo();
  };
  const id = notifications.show({ autoClose: 10_000, message: <UndoNotice message={message} onUndo={undo} /> });
}
