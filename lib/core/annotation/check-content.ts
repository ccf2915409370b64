import { isKeepable } from '../record/keepable-text';
import { formatPointer, leavesOf, parsePointer, valueAt } from '../record/pointer';
import { checkRecordFits } from '../schema/fit-record';
import { schemaAtPointer } from '../schema/schema-at';
import { isLeafSchema, isListSchema, type RecordSchema } from '../schema/types';
import { holdsAbsence, isAbsent } from './absent';
import type { AnnotationContent } from './content';

export interface ContentProblem {
  readonly pointer: string;
  /** For people; never holds a value (invariant 11). */
  readonly message: string;
}

/** Marks may stand on a leaf of the schema, "absent" on a list too; in a list the row must be there. */
function isMarkable(schema: RecordSchema, content: AnnotationContent, pointer: string): boolean {
  const place = pointer.startsWith('/') ? schemaAtPointer(schema, pointer) : undefined;
  const isAbsentList = place !== undefined && isListSchema(place) && isAbsent(content, pointer) && !content.evidence[pointer];
  if (!place || (!isLeafSchema(place) && !isAbsentList)) return false;
  const segments = parsePointer(pointer);
  return segments.every((_, depth) => {
    const holder = schemaAtPointer(schema, formatPointer(segments.slice(0, depth)));
    const isRow = holder !== undefined && isListSchema(holder);
    return !isRow || valueAt(content.record, formatPointer(segments.slice(0, depth + 1))) !== undefined;
  });
}

/**
 * Why this content cannot be stored under the schema: a wrong structure, or
 * marks on what is not there. Leaves of the wrong type are no reason.
 */
export function checkContent(schema: RecordSchema, content: AnnotationContent, pageCount: number): ContentProblem[] {
  const structure = checkRecordFits(schema, content.record)
    .filter((problem) => problem.severity === 'structure')
    .map(({ pointer, message }) => ({ pointer, message }));
  if (structure.length > 0) return structure;
  const unkeepable = leavesOf(content.record)
    .filter(({ value }) => !isKeepable(value))
    .map(({ pointer }) => ({ pointer, message: 'has a character that cannot be stored (NUL or half of a pair)' }));
  const marked = new Set([...Object.keys(content.evidence), ...Object.keys(content.provenance)]);
  const stray = [...marked]
    .filter((pointer) => !isMarkable(schema, content, pointer))
    .map((pointer) => ({ pointer, message: 'has evidence or provenance but is no leaf of the record' }));
  const offPage = Object.entries(content.evidence)
    .filter(([, boxes]) => boxes.some((box) => box.page >= pageCount))
    .map(([pointer]) => ({ pointer, message: `has evidence on a page that the document (${pageCount}) does not have` }));
  const contradicted = Object.keys(content.provenance)
    .filter((pointer) => isAbsent(content, pointer) && isMarkable(schema, content, pointer) && !holdsAbsence(content, pointer))
    .map((pointer) => ({ pointer, message: 'is said to be absent and has a value, or no null in its place' }));
  return [...unkeepable, ...stray, ...offPage, ...contradicted];
}
