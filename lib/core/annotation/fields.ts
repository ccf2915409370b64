import { isJsonList, isJsonObject, type Json, type JsonObject } from '../record/json';
import { formatPointer } from '../record/pointer';
import { isLeafSchema, isListSchema, isObjectSchema } from '../schema/types';
import type { FieldSchema, LeafSchema, ListSchema, ObjectSchema, RecordSchema } from '../schema/types';

interface Place {
  /** Where it stands in the record (JSON Pointer). */
  readonly pointer: string;
  /** The key, or the row's number from 1. */
  readonly label: string;
  /** 0 at the top of the record. */
  readonly depth: number;
  /** The innermost list row that it is or stands in; null outside of lists. */
  readonly row: RowPlace | null;
}

export interface RowPlace {
  readonly list: string;
  readonly index: number;
}

export type FieldItem =
  | (Place & { readonly kind: 'leaf'; readonly schema: LeafSchema; readonly value: Json | undefined })
  | (Place & { readonly kind: 'group'; readonly schema: ObjectSchema })
  | (Place & { readonly kind: 'list'; readonly schema: ListSchema; readonly rowCount: number })
  | (Place & { readonly kind: 'row'; readonly row: RowPlace; readonly schema: ObjectSchema | ListSchema });

export type LeafItem = Extract<FieldItem, { kind: 'leaf' }>;
/** A field without what it says: the same while somebody types. */
export type LeafShape = Omit<LeafItem, 'value'>;
export type FieldShape = LeafShape | Exclude<FieldItem, LeafItem>;
export type ListItem = Extract<FieldItem, { kind: 'list' }>;
type Segments = readonly (string | number)[];
type At = Pick<Place, 'depth' | 'row'> & { readonly segments: Segments };

function walkChildren(schema: ObjectSchema, value: Json | undefined, at: At, items: FieldItem[]): void {
  const held: JsonObject = isJsonObject(value) ? value : {};
  for (const [key, child] of Object.entries(schema.properties)) {
    walk(child, Object.hasOwn(held, key) ? held[key] : undefined, { ...at, segments: [...at.segments, key] }, key, items);
  }
}

function walkRows(schema: ListSchema, rows: readonly Json[], at: At, items: FieldItem[]): void {
  const list = formatPointer(at.segments);
  rows.forEach((value, index) => {
    const here = { segments: [...at.segments, index], depth: at.depth, row: { list, index } };
    const label = String(index + 1);
    if (isLeafSchema(schema.items)) {
      walk(schema.items, value, here, label, items);
      return;
    }
    const { depth, row } = here;
    items.push({ kind: 'row', pointer: formatPointer(here.segments), label, depth, row, schema: schema.items });
    const inside = { ...here, depth: depth + 1 };
    if (isObjectSchema(schema.items)) walkChildren(schema.items, value, inside, items);
    else walkRows(schema.items, isJsonList(value) ? value : [], inside, items);
  });
}

function walk(schema: FieldSchema, value: Json | undefined, at: At, label: string, items: FieldItem[]): void {
  const place = { pointer: formatPointer(at.segments), label, depth: at.depth, row: at.row };
  const inside = { ...at, depth: at.depth + 1 };
  if (isLeafSchema(schema)) items.push({ ...place, kind: 'leaf', schema, value });
  else if (isListSchema(schema)) {
    const rows = isJsonList(value) ? value : [];
    items.push({ ...place, kind: 'list', schema, rowCount: rows.length });
    walkRows(schema, rows, inside, items);
  } else {
    items.push({ ...place, kind: 'group', schema });
    walkChildren(schema, value, inside, items);
  }
}

/**
 * Every field that a person sees, in the order of the schema, lists with the
 * rows that the record has. Keys that the schema lacks are not shown (and stay).
 */
export function fieldsOf(schema: RecordSchema, record: JsonObject): FieldItem[] {
  const items: FieldItem[] = [];
  walkChildren(schema, record, { segments: [], depth: 0, row: null }, items);
  return items;
}

/** Whether both records have the same fields: as many rows in each list. What they share is not looked into. */
export function hasSameRows(schema: FieldSchema, a: Json | undefined, b: Json | undefined): boolean {
  if (a === b || isLeafSchema(schema)) return true;
  if (isListSchema(schema)) {
    const [before, after] = [isJsonList(a) ? a : [], isJsonList(b) ? b : []];
    return before.length === after.length && before.every((row, index) => hasSameRows(schema.items, row, after[index]));
  }
  const held = (value: Json | undefined, key: string): Json | undefined =>
    isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return Object.entries(schema.properties).every(([key, child]) => hasSameRows(child, held(a, key), held(b, key)));
}

export const isLeafItem = <Item extends FieldShape>(item: Item): item is Extract<Item, { kind: 'leaf' }> => item.kind === 'leaf';

/** Where Tab and the arrow keys stop: each leaf, and each list that has no row to stop at. */
export const isStop = <Item extends FieldShape>(item: Item): item is Extract<Item, { kind: 'leaf' | 'list' }> =>
  item.kind === 'leaf' || (item.kind === 'list' && item.rowCount === 0);

/**
 * The stop `step` places from the one at `pointer`, staying within both ends;
 * the first one where nothing is in focus. Null where there is none.
 */
export function stopBeside(items: readonly FieldShape[], pointer: string | null, step: -1 | 1): string | null {
  const stops = items.filter(isStop);
  const at = stops.findIndex((stop) => stop.pointer === pointer);
  const next = at < 0 ? 0 : Math.min(stops.length - 1, Math.max(0, at + step));
  return stops[next]?.pointer ?? null;
}

/** The innermost list row that the pointer is or stands in; null outside of lists. */
export const rowOfPointer = (items: readonly FieldShape[], pointer: string): RowPlace | null =>
  items.find((item) => item.pointer === pointer)?.row ?? null;
