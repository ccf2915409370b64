import { Text, Tooltip } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { SuggestingModel } from '@/lib/core/annotation/suggesting-model';

/** Which model the suggestions of a document are of, and how many labels it learnt from. */
export function SuggestedBy({ model: { kind, number, title, labels } }: { readonly model: SuggestingModel }) {
  const t = useTranslations('prelabels.suggestedBy');
  const isCheckpoint = kind === 'checkpoint';
  const words = isCheckpoint
    ? t('checkpoint', { number: String(number), hasLabels: labels === null ? 'no' : 'yes', labels: labels ?? 0 })
    : t('preLabels', { number: String(number), labels: labels ?? 0 });
  return (
    <Tooltip label={isCheckpoint ? t('whatIsCheckpoint', { title: title ?? '' }) : t('whatIsIt')} multiline maw={320}>
      <Text size="xs" c="dimmed" tabIndex={0} role="note">{words}</Text>
    </Tooltip>
  );
}
