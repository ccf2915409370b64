import { isAtOrBelow, type AnnotationContent } from '../annotation/content';
import { formatPointer, isRowSegment, parsePointer } from '../record/pointer';
import type { PairedLine } from './pair-sides';

type SideName = 'left' | 'right';

/** Rows of one side by their pointer → the row's place among the rows of both. */
function rowPlaces(lines: readonly PairedLine[], side: SideName): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const line of lines) {
    const leaf = line[side];
    if (!leaf) continue;
    const [own, united] = [parsePointer(leaf.pointer), parsePointer(line.place)];
    own.forEach((segment, depth) => {
      if (isRowSegment(segment)) places.set(formatPointer(own.slice(0, depth + 1)), formatPointer(united.slice(0, depth + 1)));
    });
  }
  return places;
}

/** Where a pointer of one side stands among both; null in a row that has no value on either. */
function placeOf(pointer: string, rows: ReadonlyMap<string, string>): string | null {
  const segments = parsePointer(pointer);
  const depth = segments.findLastIndex(isRowSegment);
  if (depth < 0) return pointer;
  const row = rows.get(formatPointer(segments.slice(0, depth + 1)));
  return row === undefined ? null : `${row}${formatPointer(segments.slice(depth + 1))}`;
}

/** Places of which an annotator said that the document does not have them. */
export function absentPlaces(content: AnnotationContent, lines: readonly PairedLine[], side: SideName): ReadonlySet<string> {
  const rows = rowPlaces(lines, side);
  const pointers = Object.keys(content.provenance).filter((pointer) => content.provenance[pointer] === 'absent');
  return new Set(pointers.flatMap((pointer) => placeOf(pointer, rows) ?? []));
}

/** Whether a side said of this line that the document has nothing there, of the leaf itself or of its list. */
export const isSaidAbsent = (absent: ReadonlySet<string>, place: string): boolean =>
  [...absent].some((said) => isAtOrBelow(place, said));
