import { kindOfSource, modelOfSource, type ProvenanceSource } from '@/lib/core/annotation/content';
import { translator } from '@/messages/translator';

const t = translator('annotate.provenance');

/** Where an answer came from, for people: "Suggested by pre-label model 5, accepted by a person". */
export function provenanceWords(source: ProvenanceSource): string {
  const model = modelOfSource(source);
  if (model === null) return t(`kinds.${kindOfSource(source)}`);
  const [kind, number] = [model.slice(0, model.lastIndexOf('-')), model.slice(model.lastIndexOf('-') + 1)];
  return t(kind === 'checkpoint' ? 'checkpoint' : 'preLabels', { number });
}
