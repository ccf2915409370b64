import { isJsonList, isJsonObject, type Json, type JsonObject } from '../record/json';
import { formatPointer, isRowSegment, parsePointer, valueAt, withValueAt } from '../record/pointer';

/**
 * The place that has to be put back to undo a change at `pointer`: the pointer
 * itself, or the first thing on the way that the change had to make.
 */
export function shallowestChange(record: JsonObject, pointer: string): string {
  const segments = parsePointer(pointer);
  for (let depth = 1; depth < segments.length; depth++) {
    const place = formatPointer(segments.slice(0, depth));
    const held = valueAt(record, place);
    if (!isJsonObject(held) && !isJsonList(held)) return place;
  }
  return pointer;
}

/** Whether the pointer names a row itself. @throws RangeError where a row on the way is missing. */
function namesRow(record: JsonObject, pointer: string): boolean {
  const segments = parsePointer(pointer);
  return segments.reduce((_, segment, depth) => {
    const holder = valueAt(record, formatPointer(segments.slice(0, depth)));
    if (!isJsonList(holder)) return false;
    if (isRowSegment(segment) && Number(segment) < holder.length) return true;
    throw new RangeError(`no row "${segment}" in a list of ${holder.length}`);
  }, false);
}

/**
 * The record with the value at the pointer replaced. In a list, removing a
 * value leaves null, so that the rows behind it keep their numbers.
 * @throws RangeError for a row that the list does not have.
 */
export function replaceValue(record: JsonObject, pointer: string, value: Json | undefined): JsonObject {
  return withValueAt(record, pointer, namesRow(record, pointer) ? (value ?? null) : value);
}
