'use client';

import { Button, Checkbox, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

interface Props {
  readonly title: string;
  readonly sides: readonly { readonly annotationId: string; readonly annotatorName: string }[];
  readonly onClose: () => void;
  readonly onConfirm: (annotationIds: readonly string[], note: string) => void;
}

/** Sends one or both annotations back, with one note. */
export function SendBackDialog({ title, sides, onClose, onConfirm }: Props) {
  const t = useTranslations('review.sendBackDialog');
  const [chosen, setChosen] = useState<readonly string[]>(sides.map(({ annotationId }) => annotationId));
  const [note, setNote] = useState('');
  const canSend = note.trim() !== '' && chosen.length > 0;
  const send = (): void => {
    if (canSend) onConfirm(chosen, note.trim());
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <Stack gap="sm">
        <Checkbox.Group label={t('toWhom')} value={[...chosen]} onChange={setChosen}>
          <Group gap="md" mt={6}>
            {sides.map(({ annotationId, annotatorName }) => <Checkbox key={annotationId} value={annotationId} label={annotatorName} />)}
          </Group>
        </Checkbox.Group>
        <Textarea
          label={t('whatToChanged')}
          data-autofocus
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('cancel')}</Button>
          <Button disabled={!canSend} onClick={send}>{t('sendBackAndGo')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
