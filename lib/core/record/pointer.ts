import { isJsonList, isJsonObject, isLeaf, type Json, type JsonObject, type Leaf } from './json';

const escapeSegment = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');
const unescapeSegment = (segment: string): string => segment.replaceAll('~1', '/').replaceAll('~0', '~');

/** A row number as a pointer writes it: no sign, no leading zero (RFC 6901 §4). */
const rowPattern = /^(?:0|[1-9]\d*)$/;
export const isRowSegment = (segment: string): boolean => rowPattern.test(segment);

/** Segments → JSON Pointer (RFC 6901); no segments is the record itself, `""`. */
export function formatPointer(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${escapeSegment(String(segment))}`).join('');
}

/** JSON Pointer → segments. @throws SyntaxError where it is neither empty nor begins with "/". */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) throw new SyntaxError('a JSON Pointer is empty or begins with "/"');
  return pointer.slice(1).split('/').map(unescapeSegment);
}

function childOf(value: Json | undefined, segment: string): Json | undefined {
  if (isJsonList(value)) return isRowSegment(segment) ? value[Number(segment)] : undefined;
  // Own keys only: "/constructor" of an empty record is nothing.
  if (isJsonObject(value) && Object.hasOwn(value, segment)) return value[segment];
  return undefined;
}

/** What stands at the pointer; undefined where nothing does. */
export function valueAt(record: Json, pointer: string): Json | undefined {
  return parsePointer(pointer).reduce<Json | undefined>(childOf, record);
}

function rowIndex(list: readonly Json[], segment: string): number {
  const index = segment === '-' ? list.length : isRowSegment(segment) ? Number(segment) : -1;
  if (index < 0 || index > list.length) throw new RangeError(`no row "${segment}" in a list of ${list.length}`);
  return index;
}

function replaceIn(node: Json | undefined, segments: readonly string[], value: Json | undefined): Json | undefined {
  const [segment, ...rest] = segments;
  if (segment === undefined) return value;
  if (isJsonList(node)) {
    const index = rowIndex(node, segment);
    const child = replaceIn(node[index], rest, value);
    return child === undefined ? node.toSpliced(index, 1) : node.toSpliced(index, 1, child);
  }
  const holder = isJsonObject(node) ? node : {};
  const held = Object.hasOwn(holder, segment) ? holder[segment] : undefined;
  const child = replaceIn(held, rest, value);
  if (child !== undefined) return { ...holder, [segment]: child };
  // Removing what was never there must not make the objects on the way.
  if (!Object.hasOwn(holder, segment)) return node;
  return Object.fromEntries(Object.entries(holder).filter(([key]) => key !== segment));
}

/**
 * The record with the value at the pointer replaced, or removed where `value`
 * is undefined; the input stays as it was. Objects on the way are made, a leaf
 * on the way gives way; in a list `-` or its length appends.
 * @throws RangeError for a row beyond the end, or for replacing the record itself.
 */
export function withValueAt(record: JsonObject, pointer: string, value: Json | undefined): JsonObject {
  const changed = replaceIn(record, parsePointer(pointer), value);
  if (!isJsonObject(changed)) throw new RangeError('the record itself can only be replaced by an object');
  return changed;
}

export interface LeafPlace {
  readonly pointer: string;
  /** Keys joined by ".", with "[]" for list rows: `indicators[].result`. */
  readonly path: string;
  readonly value: Leaf;
}

const joinPath = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

function collect(value: Json, pointer: string, path: string, leaves: LeafPlace[]): void {
  if (isLeaf(value)) leaves.push({ pointer, path, value });
  else if (isJsonList(value))
    value.forEach((row, index) => collect(row, `${pointer}/${index}`, `${path}[]`, leaves));
  else
    for (const [key, child] of Object.entries(value as JsonObject))
      collect(child, `${pointer}/${escapeSegment(key)}`, joinPath(path, key), leaves);
}

/** All leaves in the order of the record, empty ones too. */
export function leavesOf(record: JsonObject): LeafPlace[] {
  const leaves: LeafPlace[] = [];
  collect(record, '', '', leaves);
  return leaves;
}

/**
 * Leaf path of a pointer. A whole number is taken for a row: schemas have no
 * such keys (`parse-schema`), and a pointer alone cannot tell.
 */
export function pathOfPointer(pointer: string): string {
  return parsePointer(pointer).reduce(
    (path, segment) => (isRowSegment(segment) || segment === '-' ? `${path}[]` : joinPath(path, segment)),
    '',
  );
}
