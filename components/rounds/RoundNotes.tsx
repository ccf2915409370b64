'use client';

import { ActionIcon, Button, Group, Text, Textarea } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';

interface Props {
  readonly projectId: string;
  readonly roundId: string;
  readonly notes: string;
  readonly canEdit: boolean;
}

/** What people write beside a round; a press makes it a field. */
export function RoundNotes({ projectId, roundId, notes, canEdit }: Props) {
  const t = useTranslations('rounds.roundNotes');
  const client = useQueryClient();
  const [draft, setDraft] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (text: string) => api.put(`/api/projects/${projectId}/rounds/${roundId}/notes`, { notes: text }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['round', roundId] });
      setDraft(null);
    },
  });
  if (draft === null) {
    return (
      <Group gap={4} wrap="nowrap">
        {notes !== '' && <Text size="sm">{notes}</Text>}
        {canEdit && (
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={notes === '' ? t('add') : t('edit')} onClick={() => setDraft(notes)}>
            <IconPencil size={14} />
          </ActionIcon>
        )}
      </Group>
    );
  }
  return (
    <Group gap="xs" align="flex-end">
      <Textarea aria-label={t('notes')} autosize minRows={1} maxLength={2000} w={420} value={draft} onChange={(event) => setDraft(event.currentTarget.value)} />
      <Button size="xs" loading={save.isPending} onClick={() => save.mutate(draft)}>
        {t('save')}
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={() => setDraft(null)}>
        {t('leave')}
      </Button>
      {save.error && <ErrorNotice error={save.error} />}
    </Group>
  );
}
