'use client';

import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

interface Props {
  readonly label: string;
  readonly isBusy: boolean;
  readonly onCancel: () => void;
  /** A refusal keeps what was written. */
  readonly onSend: (body: string) => Promise<void>;
}

/** Where somebody writes a comment; Ctrl+Enter sends it, Esc takes it back. */
export function CommentBox({ label, isBusy, onCancel, onSend }: Props) {
  const t = useTranslations('review.commentBox');
  const [body, setBody] = useState('');
  const send = (): void => {
    // What went wrong is shown where the threads are; the text stays here.
    if (body.trim() !== '' && !isBusy) void onSend(body.trim()).catch(() => undefined);
  };
  return (
    <Stack gap={6}>
      <Textarea
        aria-label={label}
        placeholder={label}
        autoFocus
        autosize
        minRows={2}
        maxLength={2000}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      <Group gap={6}>
        <Button size="compact-xs" disabled={body.trim() === ''} loading={isBusy} onClick={send}>{t('send')}</Button>
        <Button size="compact-xs" variant="default" onClick={onCancel}>{t('cancel')}</Button>
      </Group>
    </Stack>
  );
}
