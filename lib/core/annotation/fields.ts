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
}

export type FieldItem =
  | (Place & { readonly kind: 'leaf'; readonly schema: LeafSchema; readonly value: Json | undefined })
  | (Place & { readonly kind: 'group'; readonly schema: ObjectSchema })
  | (Place & { readonly kind: 'list'; readonly schema: ListSchema; readonly rowCount: number })
  | (Place & { readonly kind: 'row'; readonly list: string; readonly index: number; readonly schema: ObjectSchema | ListSchema });

type LeafItem = Extract<FieldItem, { kind: 'leaf' }>;
type Segments = readonly (string | number)[];

function walkChildren(schema: ObjectSchema, value: Json | undefined, at: Segments, depth: number, items: FieldItem[]): void {
  const held: JsonObject = isJsonObject(value) ? value : {};
  for (const [key, child] of Object.entries(schema.properties)) {
    walk(child, Object.hasOwn(held, key) ? held[key] : undefined, [...at, key], key, depth, items);
  }
}

function walkRows(schema: ListSchema, rows: readonly Json[], at: Segments, depth: number, items: FieldItem[]): void {
  const list = formatPointer(at);
  rows.forEach((row, index) => {
    const here = [...at, index];
    const label = String(index + 1);
    if (isLeafSchema(schema.items)) {
      walk(schema.items, row, here, label, depth, items);
      return;
    }
    items.push({ kind: 'row', pointer: formatPointer(here), label, depth, list, index, schema: schema.items });
    if (isObjectSchema(schema.items)) walkChildren(schema.items, row, here, depth + 1, items);
    else walkRows(schema.items, isJsonList(row) ? row : [], here, depth + 1, items);
  });
}

function walk(schema: FieldSchema, value: Json | undefined, at: Segments, label: string, depth: number, items: FieldItem[]): void {
  const place = { pointer: formatPointer(at), label, depth };
  if (isLeafSchema(schema)) items.push({ ...place, kind: 'leaf', schema, value });
  else if (isListSchema(schema)) {
    const rows = isJsonList(value) ? value : [];
    items.push({ ...place, kind: 'list', schema, rowCount: rows.length });
    walkRows(schema, rows, at, depth + 1, items);
  } else {
    items.push({ ...place, kind: 'group', schema });
    walkChildren(schema, value, at, depth + 1, items);
  }
}

/**
 * Every field that a person sees, in the order of the schema, lists with the
 * rows that the record has. Keys that the schema lacks are not shown (and stay).
 */
export function fieldsOf(schema: RecordSchema, record: JsonObject): FieldItem[] {
  const items: FieldItem[] = [];
  walkChildren(schema, record, [], 0, items);
  return items;
}

export const isLeafItem = (item: FieldItem): item is LeafItem => item.kind === 'leaf';

/** The leaves alone, in the order in which Tab goes through them. */
export const leafItems = (items: readonly FieldItem[]): LeafItem[] => items.filter(isLeafItem);

/**
 * The leaf `step` places from the one at `pointer`, stopping at both ends; the
 * first one where nothing is in focus. Null where there are no leaves.
 */
export function leafBeside(items: readonly FieldItem[], pointer: string | null, step: -1 | 1): string | null {
  const leaves = leafItems(items);
  const at = leaves.findIndex((leaf) => leaf.pointer === pointer);
  const next = at < 0 ? 0 : Math.min(leaves.length - 1, Math.max(0, at + step));
  return leaves[next]?.pointer ?? null;
}

/** The list and row number that the pointer stands in, innermost first; null outside of lists. */
export function rowOfPointer(items: readonly FieldItem[], pointer: string): { list: string; index: number } | null {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const here = pointer.slice(0, end);
    const list = here.slice(0, here.lastIndexOf('/'));
    if (items.some((item) => item.kind === 'list' && item.pointer === list)) {
      return { list, index: Number(here.slice(list.length + 1)) };
    }
  }
  return null;
}
