import { isJsonList } from '../record/json';
import { leavesOf, valueAt } from '../record/pointer';
import { isListSchema, type FieldSchema } from '../schema/types';
import type { AnnotationContent } from './content';
import { removeRowAt } from './field-edits';
import { isAnswered } from './leaf-text';
import { batch, setEvidence, setProvenance, setValue, type Operation } from './operation';
import { rowsAt } from './rows';

/** Whether a person looked and said that the document does not have this leaf or list. */
export const isAbsent = ({ provenance }: Pick<AnnotationContent, 'provenance'>, pointer: string): boolean =>
  provenance[pointer] === 'absent';

/** Absent is said without a value: null for a leaf, no rows for a list. */
export function holdsAbsence({ record }: Pick<AnnotationContent, 'record'>, pointer: string): boolean {
  const value = valueAt(record, pointer);
  return value === null || (isJsonList(value) && value.length === 0);
}

/**
 * Says that the document does not have it: a value and its evidence give way,
 * rows that say nothing go. Null for a list with a row that says something.
 */
export function markAbsent(content: AnnotationContent, pointer: string, schema: FieldSchema): Operation | null {
  if (!isListSchema(schema)) return batch(setValue(pointer, null), setEvidence(pointer, undefined), setProvenance(pointer, 'absent'));
  const rows = rowsAt(content.record, pointer);
  if (leavesOf({ rows }).some(({ value }) => isAnswered(value))) return null;
  const removals = rows.map((_, index) => removeRowAt(pointer, index)).reverse();
  return batch(...removals, setValue(pointer, []), setProvenance(pointer, 'absent'));
}
