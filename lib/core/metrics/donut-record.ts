import { isJsonList, isLeaf } from '../record/json';
import type { Json, JsonObject } from '../record/json';
import { codePointLength } from './edit-distance';
import { stripSpace } from './python-space';

/**
 * A record in Donut's normal form: empty values are gone, keys are sorted by
 * length and then by code point, a lone value is a list of one.
 */
export type DonutItem =
  | { readonly kind: 'leaf'; readonly text: string }
  | { readonly kind: 'group'; readonly fields: readonly DonutField[] }
  | { readonly kind: 'list'; readonly items: readonly DonutItem[] };
export interface DonutField {
  readonly key: string;
  /** Never empty. */
  readonly items: readonly DonutItem[];
}

/** Order of UTF-8, and so of code points; UTF-16 units would sort U+1F600 before U+FF5E. */
function compareCodePoints(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  const at = left.findIndex((char, index) => char !== right[index]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? -1) - (right[at]?.codePointAt(0) ?? -1);
}

const byLengthThenText = (a: string, b: string): number =>
  codePointLength(a) - codePointLength(b) || compareCodePoints(a, b);

function fieldsOf(object: JsonObject): readonly DonutField[] {
  return Object.keys(object)
    .sort(byLengthThenText)
    .map((key) => ({ key, items: donutItems(object[key] as Json) }))
    .filter(({ items }) => items.length > 0);
}

function itemOf(value: Json): DonutItem | null {
  if (isLeaf(value)) {
    const text = value === null ? '' : stripSpace(String(value));
    return text === '' ? null : { kind: 'leaf', text };
  }
  if (isJsonList(value)) {
    const items = donutItems(value);
    return items.length === 0 ? null : { kind: 'list', items };
  }
  const fields = fieldsOf(value as JsonObject);
  return fields.length === 0 ? null : { kind: 'group', fields };
}

/** What stands below a key: the rows of a list, else the value itself; nothing where all of it is empty. */
export function donutItems(value: Json): readonly DonutItem[] {
  const values = isJsonList(value) ? value : [value];
  return values.map(itemOf).filter((item) => item !== null);
}
