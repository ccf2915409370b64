import { isJsonList, isJsonObject, type Json, type JsonObject } from '../record/json';
import { formatPointer, parsePointer, valueAt } from '../record/pointer';
import { isAtOrBelow, marksBelow, type AnnotationContent } from './content';
import { isSameJson } from './same-json';

export type Side = 'mine' | 'theirs';

/** A place that both sides changed: a leaf, or a whole list whose rows moved on either side. */
export interface MergeConflict {
  readonly pointer: string;
  readonly base: Json | undefined;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

export interface Merge {
  /** Both sides' changes; mine where they conflict. */
  readonly content: AnnotationContent;
  readonly conflicts: readonly MergeConflict[];
}

interface Sides {
  readonly base: AnnotationContent;
  readonly mine: AnnotationContent;
  readonly theirs: AnnotationContent;
}

type Segments = readonly (string | number)[];
type Choose = (conflict: MergeConflict) => Side;

/** Whether value, evidence and provenance at and below the place are the same. */
function isSameAt(a: AnnotationContent, b: AnnotationContent, place: string): boolean {
  return (
    isSameJson(valueAt(a.record, place), valueAt(b.record, place)) &&
    isSameJson(marksBelow(a.evidence, place) as unknown as Json, marksBelow(b.evidence, place) as unknown as Json) &&
    isSameJson(marksBelow(a.provenance, place), marksBelow(b.provenance, place))
  );
}

/** Rows added, removed or moved: row numbers no longer mean the same on both sides. */
function hasMovedRows(base: readonly Json[], side: readonly Json[]): boolean {
  if (base.length !== side.length) return true;
  return side.some((row, index) => !isSameJson(row, base[index]) && base.some((old) => isSameJson(old, row)));
}

/** Keys below the place that have marks: a leaf may have evidence before it has a value. */
function markedKeys(content: AnnotationContent, place: string): string[] {
  const depth = parsePointer(place).length;
  return [...Object.keys(content.evidence), ...Object.keys(content.provenance)]
    .filter((pointer) => pointer !== place && isAtOrBelow(pointer, place))
    .map((pointer) => parsePointer(pointer)[depth] ?? '');
}

function merger(sides: Sides, choose: Choose) {
  const taken: { readonly place: string; readonly side: Side }[] = [];
  const take = (place: string, side: Side): Json | undefined => {
    taken.push({ place, side });
    return valueAt(sides[side].record, place);
  };
  const merge = (at: Segments): Json | undefined => {
    const place = formatPointer(at);
    if (isSameAt(sides.mine, sides.theirs, place) || isSameAt(sides.base, sides.theirs, place)) return take(place, 'mine');
    if (isSameAt(sides.base, sides.mine, place)) return take(place, 'theirs');
    const base = valueAt(sides.base.record, place);
    const mine = valueAt(sides.mine.record, place);
    const theirs = valueAt(sides.theirs.record, place);
    if (isJsonObject(mine) && isJsonObject(theirs)) return mergeKeys(at, mine, theirs);
    if (isJsonList(base) && isJsonList(mine) && isJsonList(theirs) && !hasMovedRows(base, mine) && !hasMovedRows(base, theirs))
      return base.map((_, index) => merge([...at, index]) ?? null);
    return take(place, choose({ pointer: place, base, mine, theirs }));
  };
  const mergeKeys = (at: Segments, mine: JsonObject, theirs: JsonObject): JsonObject => {
    const marked = [sides.mine, sides.theirs].flatMap((side) => markedKeys(side, formatPointer(at)));
    const keys = new Set([...Object.keys(mine), ...Object.keys(theirs), ...marked]);
    const merged = [...keys].map((key) => [key, merge([...at, key])] as const);
    return Object.fromEntries(merged.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined));
  };
  const marksOf = <T>(pick: (content: AnnotationContent) => Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      (['mine', 'theirs'] as const).flatMap((side) =>
        Object.entries(pick(sides[side])).filter(([pointer]) => sideOf(pointer) === side),
      ),
    );
  const sideOf = (pointer: string): Side | undefined => taken.find(({ place }) => isAtOrBelow(pointer, place))?.side;
  return { merge, marksOf };
}

/**
 * Three-way merge. Changes of different leaves join silently; where both sides
 * changed one leaf (its value, evidence or provenance) `choose` decides.
 */
export function mergeWith(sides: Sides, choose: Choose): AnnotationContent {
  const { merge, marksOf } = merger(sides, choose);
  const record = merge([]);
  return {
    record: isJsonObject(record) ? record : sides.mine.record,
    evidence: marksOf((content) => content.evidence),
    provenance: marksOf((content) => content.provenance),
  };
}

/** The merge as far as it goes by itself, and what a person has to settle field by field. */
export function mergeRemote(sides: Sides): Merge {
  const conflicts: MergeConflict[] = [];
  const content = mergeWith(sides, (conflict) => {
    conflicts.push(conflict);
    return 'mine';
  });
  return { content, conflicts };
}

/** The merge with a person's choices by pointer; mine where none was made. */
export const settleMerge = (sides: Sides, choices: Readonly<Record<string, Side>>): AnnotationContent =>
  mergeWith(sides, ({ pointer }) => choices[pointer] ?? 'mine');
