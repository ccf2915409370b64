import { isJsonList, type Json, type JsonObject } from '../record/json';
import { isRowSegment, valueAt, withValueAt } from '../record/pointer';
import { isAtOrBelow, withMark, type AnnotationContent } from './content';
import type { DetachedRow } from './operation';

/** Old row number → new one; null where the row goes away. */
type Renumber = (index: number) => number | null;

function renumberMarks<T>(
  marks: Readonly<Record<string, T>>,
  list: string,
  renumber: Renumber,
): Readonly<Record<string, T>> {
  const moved: Record<string, T> = {};
  for (const [pointer, mark] of Object.entries(marks)) {
    const [segment = '', ...rest] = isAtOrBelow(pointer, list) ? pointer.slice(list.length + 1).split('/') : [];
    if (!isRowSegment(segment)) {
      moved[pointer] = mark;
      continue;
    }
    const index = renumber(Number(segment));
    if (index !== null) moved[[`${list}/${index}`, ...rest].join('/')] = mark;
  }
  return moved;
}

function detachMarks<T>(marks: Readonly<Record<string, T>>, row: string): Record<string, T> {
  return Object.fromEntries(
    Object.entries(marks)
      .filter(([pointer]) => isAtOrBelow(pointer, row))
      .map(([pointer, mark]) => [pointer.slice(row.length), mark]),
  );
}

function attachMarks<T>(marks: Readonly<Record<string, T>>, row: string): Record<string, T> {
  return Object.fromEntries(Object.entries(marks).map(([rest, mark]) => [`${row}${rest}`, mark]));
}

/** The rows of a list; none where nothing (or something else) stands there. */
export function rowsAt(record: JsonObject, list: string): readonly Json[] {
  const rows = valueAt(record, list);
  return isJsonList(rows) ? rows : [];
}

/** What a row holds, taken out of its place. @throws RangeError where there is no such row. */
export function detachRow(content: AnnotationContent, list: string, index: number): DetachedRow {
  const value = rowsAt(content.record, list)[index];
  if (value === undefined) throw new RangeError(`no row ${index} in the list ${list}`);
  const row = `${list}/${index}`;
  return { value, evidence: detachMarks(content.evidence, row), provenance: detachMarks(content.provenance, row) };
}

/** A list that said "absent" says so no more. @throws RangeError for a place beyond the end of the list. */
export function insertRow(content: AnnotationContent, list: string, index: number, row: DetachedRow): AnnotationContent {
  const rows = rowsAt(content.record, list);
  if (index < 0 || index > rows.length) throw new RangeError(`no place ${index} in a list of ${rows.length}`);
  const renumber: Renumber = (old) => (old < index ? old : old + 1);
  const place = `${list}/${index}`;
  return {
    record: withValueAt(content.record, list, rows.toSpliced(index, 0, row.value)),
    evidence: { ...renumberMarks(content.evidence, list, renumber), ...attachMarks(row.evidence, place) },
    provenance: {
      ...renumberMarks(withMark(content.provenance, list, undefined), list, renumber),
      ...attachMarks(row.provenance, place),
    },
  };
}

/** @throws RangeError where there is no such row. */
export function removeRow(content: AnnotationContent, list: string, index: number): AnnotationContent {
  const rows = rowsAt(content.record, list);
  if (rows[index] === undefined) throw new RangeError(`no row ${index} in a list of ${rows.length}`);
  const renumber: Renumber = (old) => (old === index ? null : old < index ? old : old - 1);
  return {
    record: withValueAt(content.record, list, rows.toSpliced(index, 1)),
    evidence: renumberMarks(content.evidence, list, renumber),
    provenance: renumberMarks(content.provenance, list, renumber),
  };
}

/** The row at `from` ends up at `to`; its evidence and provenance follow it. */
export function moveRow(content: AnnotationContent, list: string, from: number, to: number): AnnotationContent {
  const row = detachRow(content, list, from);
  return insertRow(removeRow(content, list, from), list, to, row);
}
