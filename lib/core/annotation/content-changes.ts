import { isJsonList, isJsonObject, isLeaf, type Json } from '../record/json';
import { formatPointer, valueAt } from '../record/pointer';
import type { AnnotationContent, ProvenanceSource } from './content';
import { textOfLeaf } from './leaf-text';
import { isSameJson } from './same-json';

/**
 * One place that differs between two contents: a leaf, the number of a list's
 * rows, the boxes of a leaf, or where an unchanged answer came from.
 */
export interface ContentChange {
  readonly kind: 'value' | 'rows' | 'boxes' | 'source';
  readonly pointer: string;
  /** The leaf's text; empty where it has none. For rows and boxes how many, in digits. */
  readonly before: string;
  readonly after: string;
  /** Where the answer of afterwards came from. */
  readonly source: ProvenanceSource | null;
}

type Segments = readonly (string | number)[];
type Place = Pick<ContentChange, 'kind' | 'pointer' | 'before' | 'after'>;

/** Rows that were there stand first and as they were: what came is behind them. */
const isAppended = (before: readonly Json[], after: readonly Json[]): boolean =>
  before.length < after.length && before.every((row, index) => isSameJson(row, after[index]));

const rowCount = (value: Json | undefined): string => String(isJsonList(value) ? value.length : 0);

function valueChanges(before: Json | undefined, after: Json | undefined, at: Segments): Place[] {
  if (isSameJson(before, after)) return [];
  const pointer = formatPointer(at);
  if (isJsonList(before) || isJsonList(after)) {
    const [old, now] = [isJsonList(before) ? before : [], isJsonList(after) ? after : []];
    const isAligned = old.length === now.length || isAppended(old, now);
    const counts: Place = { kind: 'rows', pointer, before: rowCount(before), after: rowCount(after) };
    const inRows = isAligned ? now.flatMap((row, index) => valueChanges(old[index], row, [...at, index])) : [];
    return old.length === now.length ? inRows : [counts, ...inRows];
  }
  if (isJsonObject(before) || isJsonObject(after)) {
    const [old, now] = [isJsonObject(before) ? before : {}, isJsonObject(after) ? after : {}];
    const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
    return [...keys].flatMap((key) => valueChanges(old[key], now[key], [...at, key]));
  }
  const [old, now] = [textOfLeaf(before), textOfLeaf(after)];
  return old === now ? [] : [{ kind: 'value', pointer, before: old, after: now }];
}

/** What a save changed, in the order of the record; a change of a value stands for the marks that came with it. */
export function contentChanges(before: AnnotationContent, after: AnnotationContent): ContentChange[] {
  const values = valueChanges(before.record, after.record, []);
  const told = new Set(values.map(({ pointer }) => pointer));
  const isRowMoved = (pointer: string): boolean => values.some((change) => change.kind === 'rows' && pointer.startsWith(`${change.pointer}/`));
  const untold = (marks: (content: AnnotationContent) => Readonly<Record<string, unknown>>): string[] =>
    [...new Set([...Object.keys(marks(before)), ...Object.keys(marks(after))])].filter(
      (pointer) => !told.has(pointer) && !isRowMoved(pointer) && !isSameJson(marks(before)[pointer] as Json, marks(after)[pointer] as Json),
    );
  const boxes = untold(({ evidence }) => evidence).map((pointer): Place => ({
    kind: 'boxes', pointer, before: String(before.evidence[pointer]?.length ?? 0), after: String(after.evidence[pointer]?.length ?? 0),
  }));
  const sources = untold(({ provenance }) => provenance).map((pointer): Place => {
    const value = valueAt(after.record, pointer);
    const text = value !== undefined && isLeaf(value) ? textOfLeaf(value) : '';
    return { kind: 'source', pointer, before: text, after: text };
  });
  return [...values, ...boxes, ...sources].map((place) => ({ ...place, source: after.provenance[place.pointer] ?? null }));
}
