import type { QueueState, SubmissionEntry } from '@/lib/core/annotation/contract';

/** Colours of the states of the queue; their words are `annotate.queueStates`. */
export const queueStateColors: Readonly<Record<QueueState, string>> = {
  waiting: 'gray',
  draft: 'blue',
  elsewhere: 'gray',
  returned: 'orange',
  submitted: 'teal',
  accepted: 'green',
  skipped: 'gray',
};

/** `settled`: reviewed, with gold that is not quite what this person said. */
export const submissionStateColors: Readonly<Record<SubmissionEntry['state'], string>> = {
  submitted: queueStateColors.submitted,
  returned: queueStateColors.returned,
  accepted: queueStateColors.accepted,
  settled: 'green',
};
