'use client';

import { Box, Button, Drawer, Group, Loader, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { RevisionEntry } from '@/lib/core/annotation/contract';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { api } from '@/components/ui/api';
import { changeWords } from './saving/change-words';
import { newId } from './saving/new-id';
import { annotationUrl } from './saving/send-save';

interface Props {
  readonly projectId: string;
  readonly documentId: string;
  readonly isEditable: boolean;
  /** Sends what waits and says at which revision the server is. */
  readonly settledRevision: () => Promise<number>;
  readonly onClose: () => void;
  readonly onRestored: () => void;
}

/** The saves of this annotation: who, when, what changed. Restoring one writes it as the newest. */
export function HistoryDrawer({ projectId, documentId, isEditable, settledRevision, onClose, onRestored }: Props) {
  const t = useTranslations('annotate.historyDrawer');
  const url = annotationUrl({ projectId, documentId });
  const history = useQuery({
    queryKey: ['annotation-history', documentId],
    queryFn: async () => {
      await settledRevision();
      return api.get<{ revisions: readonly RevisionEntry[] }>(`${url}/history`);
    },
    staleTime: 0,
  });
  const restore = useMutation({
    mutationFn: async (revision: number) =>
      api.post(`${url}/restore`, { revision, baseRevision: await settledRevision(), mutationId: newId() }),
    onSuccess: onRestored,
  });
  return (
    <Drawer opened onClose={onClose} position="right" title={t('earlierSaves')}>
      <Stack gap={6}>
        {history.isPending && <Loader size="sm" />}
        {history.error && <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />}
        {restore.error && <ErrorNotice error={restore.error} />}
        {history.data?.revisions.length === 0 && <Text size="sm" c="dimmed">{t('nothingWasSavedYet')}</Text>}
        {history.data?.revisions.map(({ revision, savedBy, createdAt, changes, changeCount }, at) => (
          <Group key={revision} justify="space-between" align="start" wrap="nowrap" role="group" aria-label={t('revision', { revision })}>
            <Box miw={0}>
              <Text size="sm">
                {revision} · {savedBy} · <RelativeTime at={createdAt} />
              </Text>
              {changes.map((change) => (
                <Text key={`${change.kind}${change.pointer}`} size="xs" c="dimmed" lineClamp={2}>{changeWords(change)}</Text>
              ))}
              {changeCount > changes.length && <Text size="xs" c="dimmed">{t('andMore', { count: changeCount - changes.length })}</Text>}
              {changeCount === 0 && <Text size="xs" c="dimmed">{t('noChange')}</Text>}
            </Box>
            {at === 0 ? (
              <Text size="xs" c="dimmed">{t('now')}</Text>
            ) : (
              <Button
                size="compact-xs"
                variant="default"
                disabled={!isEditable || restore.isPending}
                aria-label={t('restoreRevision', { revision })}
                onClick={() => restore.mutate(revision)}
              >
                {t('restore')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Drawer>
  );
}
