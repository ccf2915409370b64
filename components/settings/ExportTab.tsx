'use client';

import { Alert, Button, Checkbox, Group, Loader, Stack, Text } from '@mantine/core';
import { IconDownload, IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { splitName } from '../documents/words';
import { api } from '../ui/api';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { type GoldCount, goldBySplit } from './gold-by-split';

const origins = ['person', 'simulated', 'imported'] as const;

/** Gold as a file. */
export function ExportTab({ projectId }: { readonly projectId: string }) {
  const t = useTranslations('settings.exportTab');
  const words = useTranslations('documents.words');
  const originWords = ({ count, origin }: Omit<GoldCount, 'split'>): string => {
    const known = origins.find((name) => name === origin);
    return t('origin', { count, origin: known ? t(`origins.${known}`) : origin });
  };
  const [left, setLeft] = useState<readonly string[]>([]);
  const counts = useQuery({
    queryKey: ['gold-counts', projectId],
    queryFn: ({ signal }) => api.get<readonly GoldCount[]>(`/api/projects/${projectId}/exports`, undefined, signal),
  });
  if (counts.error) return <ErrorNotice error={counts.error} onRetry={() => void counts.refetch()} />;
  if (!counts.data) return <Loader size="sm" aria-label={t('countingGold')} />;
  const splits = goldBySplit(counts.data);
  if (splits.length === 0) {
    return (
      <EmptyState title={t('noGoldYet')}>
        {t('goldWhatReviewAccepted')}
      </EmptyState>
    );
  }
  const chosen = splits.filter(({ split }) => !left.includes(split));
  const total = chosen.reduce((sum, { count }) => sum + count, 0);
  const query = new URLSearchParams({ splits: chosen.map(({ split }) => split).join(',') });
  return (
    <Stack gap="md" maw={720}>
      <Alert color="orange" variant="light" icon={<IconShieldLock size={18} />} title={t('fileHoldsProtectedData')}>
        <Text size="sm">
          {t('fieldsMarkedAsPhi')}
        </Text>
      </Alert>
      <section className="hf-surface" style={{ padding: 16 }} aria-label={t('whatToExport')}>
        <Checkbox.Group
          label={t('splits')}
          value={chosen.map(({ split }) => split)}
          onChange={(kept) => setLeft(splits.flatMap(({ split }) => (kept.includes(split) ? [] : [split])))}
        >
          <Stack gap="xs" mt="xs">
            {splits.map(({ split, count, origins: parts }) => (
              <Checkbox key={split} value={split} label={t('documents', { split: splitName(words, split), count })} description={parts.map(originWords).join(', ')} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Text size="xs" c="dimmed" mt="md">
          {t('jsonLinesOneDocument')}
        </Text>
        <Group justify="flex-end" mt="md">
          {total > 0 ? (
            <Button component="a" href={`/api/projects/${projectId}/exports/gold?${query}`} download leftSection={<IconDownload size={16} />}>
              {t('downloadDocuments', { total })}
            </Button>
          ) : (
            <Button disabled>{t('chooseSplit')}</Button>
          )}
        </Group>
      </section>
    </Stack>
  );
}
