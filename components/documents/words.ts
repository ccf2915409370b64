import type { Translate } from '@/messages/translate';
import type { DocumentRow } from './types';

export const splits = ['pool', 'seed', 'validation', 'test', 'transfer'] as const;

/** What `useTranslations('documents.words')` gives. */
export type DocumentWords = Translate<'documents.words'>;

/** The split by its name on the screen. */
export function splitName(words: DocumentWords, split: string): string {
  const known = splits.find((name) => name === split);
  return known ? words(`splits.${known}`) : split;
}

/** Empty for whoever is not told. */
export const splitWords = (words: DocumentWords, { split, suite }: { readonly split: string | null; readonly suite: string | null }): string =>
  split === null ? '' : suite === null ? splitName(words, split) : words('suite', { split: splitName(words, split), suite });

/** How far labelling is, in a word or two; empty where nobody has begun, and for whoever is not told. */
export function labelWords(words: DocumentWords, { progress }: Pick<DocumentRow, 'progress'>): string {
  if (!progress) return '';
  const { hasGold, isQueued, drafts, submitted, isSimulated } = progress;
  if (hasGold) return isSimulated ? words('labels.simulatedGold') : words('labels.gold');
  if (submitted > 0) return isSimulated ? words('labels.simulatedInReview') : words('labels.inReview');
  if (drafts > 0) return words('labels.draft');
  return isQueued ? words('labels.queued') : '';
}

/** "3 min", "40 s". */
export function durationWords(words: DocumentWords, seconds: number): string {
  if (seconds < 90) return words('seconds', { seconds });
  return seconds < 5_400 ? words('minutes', { minutes: Math.round(seconds / 60) }) : words('hours', { hours: (seconds / 3600).toFixed(1) });
}
