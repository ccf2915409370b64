import { Table, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { SuggesterView } from '@/lib/core/prelabels/contract';
import { percentWithInterval } from '../ui/Figure';
import { RelativeTime } from '../ui/RelativeTime';

/** A line of the project's facts: who suggests labels, how well, and when the next model comes. */
export function SuggesterFact({ suggester: { model, trainedAt, figure, labelsToGo } }: { readonly suggester: SuggesterView }) {
  const t = useTranslations('prelabels.facts');
  const isOwn = model?.kind === 'pre-labels';
  return (
    <Table.Tr>
      <Table.Th>{t('suggestsLabels')}</Table.Th>
      <Table.Td>
        {model === null && t('nobody')}
        {model?.kind === 'checkpoint' && t('checkpoint', { number: String(model.number), title: model.title ?? '' })}
        {isOwn && t.rich('preLabels', { number: String(model.number), labels: model.labels ?? 0, at: () => trainedAt && <RelativeTime at={trainedAt} /> })}
        {isOwn && (
          <Text size="xs" c="dimmed">
            {figure ? t('figure', { figure: percentWithInterval({ ...figure, value: figure.f1 }), documents: figure.documents }) : t('noFigure')}
          </Text>
        )}
        {labelsToGo !== null && (
          <Text size="xs" c="dimmed">
            {labelsToGo === 0 ? t('due') : t('toGo', { labels: labelsToGo })}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
