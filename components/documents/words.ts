import type { DocumentRow, ReadState } from './types';

export const readStateWords: Readonly<Record<ReadState, string>> = {
  waiting: 'waits to be read',
  reading: 'being read',
  read: 'read',
  failed: 'not readable',
};

export const splits = ['pool', 'seed', 'validation', 'test', 'transfer'] as const;

export const splitWords = ({ split, suite }: { readonly split: string; readonly suite: string | null }): string =>
  suite === null ? split : `${split}: ${suite}`;

/** How far labelling is, in a word or two; empty where nobody has begun. */
export function labelWords({ hasGold, isQueued, labels }: Pick<DocumentRow, 'hasGold' | 'isQueued' | 'labels'>): string {
  const simulated = labels.isSimulated ? ' (simulated)' : '';
  if (hasGold) return `gold${simulated}`;
  if (labels.submitted > 0) return `in review${simulated}`;
  if (labels.drafts > 0) return 'draft';
  return isQueued ? 'queued' : '';
}

/** "3 min", "40 s". */
export const durationWords = (seconds: number): string =>
  seconds < 90 ? `${seconds} s` : seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
