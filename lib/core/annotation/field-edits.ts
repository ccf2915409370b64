import type { EvidenceBox } from '../record/evidence';
import type { Json } from '../record/json';
import { isLeafSchema, type FieldSchema, type LeafSchema } from '../schema/types';
import type { AnnotationContent } from './content';
import type { WordFill } from './fill-from-words';
import { leafFromText } from './leaf-text';
import { batch, setEvidence, setProvenance, setValue, type Operation } from './operation';
import { rowsAt } from './rows';
import type { ModelName } from './suggesting-model';

/** A value that a person typed; evidence that was there stays. */
export const typeText = (pointer: string, schema: LeafSchema, text: string): Operation => {
  const value = leafFromText(schema, text);
  return batch(setValue(pointer, value), setProvenance(pointer, value === undefined ? undefined : 'typed'));
};

/**
 * A suggestion that a person corrects letter by letter: the value is theirs, it
 * stands where the suggestion pointed. Emptied, it leaves no box behind.
 */
export const typeOverSuggestion = (pointer: string, schema: LeafSchema, text: string, boxes: readonly EvidenceBox[]): Operation =>
  batch(typeText(pointer, schema, text), setEvidence(pointer, leafFromText(schema, text) === undefined ? undefined : boxes));

/** Value and evidence from words of a page, clicked or in a region; what the field held before gives way. */
export const fillField = (pointer: string, schema: LeafSchema, fill: WordFill, source: 'words' | 'region' = 'words'): Operation =>
  batch(setValue(pointer, leafFromText(schema, fill.text)), setEvidence(pointer, fill.boxes), setProvenance(pointer, source));

/** Words added to what the field already says, on the same or another page. */
export function extendField(content: AnnotationContent, pointer: string, text: string, schema: LeafSchema, fill: WordFill): Operation {
  const joined = text === '' ? fill.text : `${text} ${fill.text}`;
  const boxes = [...(content.evidence[pointer] ?? []), ...fill.boxes];
  return batch(
    setValue(pointer, leafFromText(schema, joined)),
    setEvidence(pointer, boxes),
    setProvenance(pointer, 'words'),
  );
}

/** A suggested leaf that a person accepted, with the name of the model that suggested it. */
export const acceptLeaf = (pointer: string, value: Json, boxes: readonly EvidenceBox[] | undefined, model: ModelName): Operation =>
  batch(setValue(pointer, value), setEvidence(pointer, boxes), setProvenance(pointer, `model:${model}`));

/** No value, no evidence: as if nobody had been there. */
export const clearField = (pointer: string): Operation =>
  batch(setValue(pointer, undefined), setEvidence(pointer, undefined), setProvenance(pointer, undefined));

/** Replaces the boxes of a field and leaves its value alone. */
export const replaceBoxes = (pointer: string, boxes: readonly EvidenceBox[]): Operation => setEvidence(pointer, boxes);

/** An empty row at `index`; lists of leaves get an empty leaf. */
export const addRow = (list: string, items: FieldSchema, index: number): Operation => ({
  kind: 'insert-row',
  list,
  index,
  row: { value: isLeafSchema(items) ? null : {}, evidence: {}, provenance: {} },
});

export const removeRowAt = (list: string, index: number): Operation => ({ kind: 'remove-row', list, index });

/** One step up (−1) or down (+1); null where the row already is at that end. */
export function moveRowBy(content: AnnotationContent, list: string, index: number, step: -1 | 1): Operation | null {
  const to = index + step;
  const count = rowsAt(content.record, list).length;
  return to < 0 || to >= count ? null : { kind: 'move-row', list, from: index, to };
}

