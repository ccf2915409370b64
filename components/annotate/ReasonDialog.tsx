'use client';

import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

interface Props {
  readonly title: string;
  readonly label: string;
  readonly confirm: string;
  /** Offered for one press. */
  readonly examples?: readonly string[];
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => void;
}

/** Asks for one sentence: why a document is skipped, what a reviewer wants changed. */
export function ReasonDialog({ title, label, confirm, examples = [], onClose, onConfirm }: Props) {
  const t = useTranslations('annotate.reasonDialog');
  const [reason, setReason] = useState('');
  const send = () => reason.trim() !== '' && onConfirm(reason.trim());
  return (
    <Modal opened onClose={onClose} title={title}>
      <Stack gap="sm">
        <Textarea
          label={label}
          data-autofocus
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
          }}
        />
        {examples.length > 0 && (
          <Group gap="xs">
            {examples.map((example) => (
              <Button key={example} size="compact-xs" variant="default" onClick={() => setReason(example)}>{example}</Button>
            ))}
          </Group>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('cancel')}</Button>
          <Button disabled={reason.trim() === ''} onClick={send}>{confirm}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
