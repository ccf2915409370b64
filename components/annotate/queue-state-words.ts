import type { QueueState, SubmissionEntry } from '@/lib/core/annotation/contract';

interface Words {
  readonly text: string;
  readonly color: string;
}

export const queueStateWords: Readonly<Record<QueueState, Words>> = {
  waiting: { text: 'waiting', color: 'gray' },
  draft: { text: 'begun', color: 'blue' },
  elsewhere: { text: 'somebody is at it', color: 'gray' },
  returned: { text: 'sent back', color: 'orange' },
  submitted: { text: 'in review', color: 'teal' },
  accepted: { text: 'gold', color: 'green' },
  skipped: { text: 'skipped', color: 'gray' },
};

/** `settled`: reviewed, with gold that is not quite what this person said. */
export const submissionStateWords: Readonly<Record<SubmissionEntry['state'], Words>> = {
  submitted: queueStateWords.submitted,
  returned: queueStateWords.returned,
  accepted: queueStateWords.accepted,
  settled: { text: 'settled', color: 'green' },
};
