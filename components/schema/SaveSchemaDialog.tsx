'use client';

import { Button, Group, Loader, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RecordSchema } from '@/lib/core/schema/types';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import { ChangeList, type SchemaChangeView } from './ChangeList';

interface Props {
  readonly projectId: string;
  readonly baseNumber: number;
  readonly schema: RecordSchema;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSaved: (number: number) => void;
}

/** What changes and what it means for the annotations there are, before it is saved. */
export function SaveSchemaDialog({ projectId, baseNumber, schema, isOpen, onClose, onSaved }: Props) {
  const t = useTranslations('schema.saveSchemaDialog');
  const [note, setNote] = useState('');
  const preview = useQuery({
    queryKey: ['schema-preview', projectId, baseNumber, schema],
    queryFn: ({ signal }) =>
      api.post<{ changes: SchemaChangeView[]; annotations: number }>(
        `/api/projects/${projectId}/schema/preview`,
        { baseNumber, schema },
        signal,
      ),
    enabled: isOpen,
  });
  const save = useMutation({
    mutationFn: () => api.post<{ number: number }>(`/api/projects/${projectId}/schema`, { baseNumber, schema, note }),
    onSuccess: ({ number }) => onSaved(number),
  });
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('saveAsVersion', { number: baseNumber + 1 })} size="lg">
      <Stack gap="sm">
        {preview.isPending && <Loader size="sm" />}
        {preview.error && <ErrorNotice error={preview.error} />}
        {preview.data && (
          <>
            <Text size="sm">
              {preview.data.annotations === 0
                ? t('nothingHasBeenAnnotated')
                : t('annotationsStayUnderVersion', { annotations: preview.data.annotations })}
            </Text>
            <ChangeList changes={preview.data.changes} />
          </>
        )}
        <TextInput label={t('note')} description={t('whyInLine')} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        {save.error && <ErrorNotice error={save.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={save.isPending} disabled={!preview.data} onClick={() => save.mutate()}>
            {t('saveVersion', { number: baseNumber + 1 })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
