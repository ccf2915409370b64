import { kindOfSource, modelOfSource, type ProvenanceKind, type ProvenanceSource } from '@/lib/core/annotation/content';

const kindWords: Readonly<Record<ProvenanceKind, string>> = {
  typed: 'Typed by a person',
  words: 'Taken from words of the page',
  region: 'Read in a box drawn on the page',
  model: 'Suggested by a model, accepted by a person',
  imported: 'Came with the import',
  absent: 'Absent: a person looked, and the document does not have it',
};

/** Where an answer came from, for people: "Suggested by pre-label model 5, accepted by a person". */
export function provenanceWords(source: ProvenanceSource): string {
  const model = modelOfSource(source);
  if (model === null) return kindWords[kindOfSource(source)];
  const [kind, number] = [model.slice(0, model.lastIndexOf('-')), model.slice(model.lastIndexOf('-') + 1)];
  return `Suggested by ${kind === 'checkpoint' ? 'checkpoint' : 'pre-label model'} ${number}, accepted by a person`;
}
