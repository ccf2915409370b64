'use client';

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

interface Props {
  readonly initial: string;
  readonly label: string;
  readonly onDone: (text: string) => void;
  readonly onCancel: () => void;
}

/** A value of the reviewer's own: Enter takes it, Esc leaves it. Empty says that the document does not have it. */
export function OwnValue({ initial, label, onDone, onCancel }: Props) {
  const t = useTranslations('review.ownValue');
  const [text, setText] = useState(initial);
  return (
    <TextInput
      size="xs"
      autoFocus
      aria-label={label}
      placeholder={t('emptyDocumentDoes')}
      dir="auto"
      value={text}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
      onBlur={onCancel}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Enter') onDone(text);
        else onCancel();
      }}
    />
  );
}
