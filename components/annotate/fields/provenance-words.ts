import type { ProvenanceSource } from '@/lib/core/annotation/content';

/** Where an answer came from, for people. */
export const provenanceWords: Readonly<Record<ProvenanceSource, string>> = {
  typed: 'Typed by a person',
  words: 'Taken from words of the page',
  region: 'Read in a box drawn on the page',
  model: 'Suggested by a model, accepted by a person',
  imported: 'Came with the import',
  absent: 'Absent: a person looked, and the document does not have it',
};
