import { Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { ReadingFigures } from './types';
import { durationWords } from './words';

/** How far OCR is, in one line: counts, pages per second, time left. */
export function ReadingLine({ figures }: { readonly figures: ReadingFigures }) {
  const t = useTranslations('documents.readingLine');
  const words = useTranslations('documents.words');
  const { readPages, waitingPages, failedDocuments, pagesPerSecond, secondsLeft } = figures;
  const parts = [
    waitingPages > 0 ? t('readOfPages', { read: readPages, all: readPages + waitingPages }) : t('pagesRead', { read: readPages }),
    ...(pagesPerSecond === null ? [] : [t('pagesPerSecond', { pagesPerSecond: pagesPerSecond.toFixed(1) })]),
    ...(waitingPages > 0 && secondsLeft !== null ? [t('left', { time: durationWords(words, secondsLeft) })] : []),
    ...(failedDocuments > 0 ? [t('notReadable', { failedDocuments })] : []),
  ];
  return (
    <Text span size="sm" c="dimmed" data-testid="reading-figures">
      {parts.join(' · ')}
    </Text>
  );
}
