import { Text } from '@mantine/core';
import type { ReadingFigures } from './types';
import { durationWords } from './words';

/** How far OCR is, in one line: counts, pages per second, time left. */
export function ReadingLine({ figures }: { readonly figures: ReadingFigures }) {
  const { readPages, waitingPages, failedDocuments, pagesPerSecond, secondsLeft } = figures;
  const parts = [
    waitingPages > 0 ? `read ${readPages.toLocaleString('en-GB')} of ${(readPages + waitingPages).toLocaleString('en-GB')} pages` : `${readPages.toLocaleString('en-GB')} pages read`,
    ...(pagesPerSecond === null ? [] : [`${pagesPerSecond.toFixed(1)} pages/s`]),
    ...(waitingPages > 0 && secondsLeft !== null ? [`${durationWords(secondsLeft)} left`] : []),
    ...(failedDocuments > 0 ? [`${failedDocuments} not readable`] : []),
  ];
  return (
    <Text span size="sm" c="dimmed" data-testid="reading-figures">
      {parts.join(' · ')}
    </Text>
  );
}
