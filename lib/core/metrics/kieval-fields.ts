import { isJsonList, isJsonObject, isLeaf } from '../record/json';
import type { Json, JsonObject } from '../record/json';
import { stripSpace } from './python-space';

/** The texts below one path; a field may hold several (a list of texts). */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** The rows of one list, on both sides; fields outside lists are a group of one row. */
export interface GroupPair {
  readonly gold: readonly Fields[];
  readonly predicted: readonly Fields[];
}

/** The own value of a key: `toString` of an object that lacks it is null, not a function. */
const at = (object: JsonObject | null, key: string): Json =>
  object && Object.hasOwn(object, key) ? (object[key] as Json) : null;

const childPath = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

function addTexts(value: Json, path: string, fields: Map<string, string[]>): void {
  if (isJsonList(value)) for (const item of value) addTexts(item, path, fields);
  else if (isJsonObject(value)) for (const key of Object.keys(value)) addTexts(value[key] as Json, childPath(path, key), fields);
  else {
    const text = value === null ? '' : stripSpace(String(value));
    if (text !== '') fields.set(path, [...(fields.get(path) ?? []), text]);
  }
}

function fieldsOf(value: Json, path = ''): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  addTexts(value, path, fields);
  return fields;
}

const isTable = (value: Json): boolean => isJsonList(value) && value.some((item) => !isLeaf(item));

/** Rows that hold something; a lone object is a list of one, as in Donut's normal form. */
const rowsOf = (value: Json): readonly Fields[] =>
  (isJsonList(value) ? value : [value]).map((row) => fieldsOf(row)).filter((fields) => fields.size > 0);

/** The outermost lists of objects become groups, all else fields by path. Empty values are gone. */
export function pairGroups(gold: Json, prediction: Json): readonly GroupPair[] {
  const groups: GroupPair[] = [];
  const goldFields = new Map<string, readonly string[]>();
  const predictedFields = new Map<string, readonly string[]>();

  function visit(a: Json, b: Json, path: string): void {
    if (isTable(a) || isTable(b)) {
      groups.push({ gold: rowsOf(a), predicted: rowsOf(b) });
    } else if (isJsonObject(a) && (b === null || isJsonObject(b))) {
      const keys = new Set([...Object.keys(a), ...Object.keys(b ?? {})]);
      for (const key of keys) visit(at(a, key), at(b, key), childPath(path, key));
    } else if (a === null && isJsonObject(b)) {
      for (const key of Object.keys(b)) visit(null, at(b, key), childPath(path, key));
    } else {
      for (const [field, texts] of fieldsOf(a, path)) goldFields.set(field, texts);
      for (const [field, texts] of fieldsOf(b, path)) predictedFields.set(field, texts);
    }
  }

  visit(gold, prediction, '');
  return [...groups, { gold: [goldFields], predicted: [predictedFields] }];
}
