import { isJsonList, isJsonObject, isLeaf, type Json, type JsonObject } from '../record/json';
import { leafPlacesOf, propertyOf, rowsOf } from './schema-at';
import { isLeafSchema, type FieldSchema, type RecordSchema } from './types';

/** Stands where a protected value was. */
export const redactedText = '[protected]';

/** Paths of the leaves marked `x-phi`. */
export const phiPaths = (schema: RecordSchema): string[] =>
  leafPlacesOf(schema)
    .filter((place) => place.schema['x-phi'] === true)
    .map((place) => place.path);

function redact(value: Json, schema: FieldSchema | undefined): Json {
  if (isJsonList(value)) return value.map((row) => redact(row, rowsOf(schema)));
  if (isJsonObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key, redact(child, propertyOf(schema, key))]),
    );
  // What the schema does not describe may be protected in another version of it.
  const isOpen = schema !== undefined && isLeafSchema(schema) && !schema['x-phi'];
  return isOpen || !isLeaf(value) || value === null || value === '' ? value : redactedText;
}

/**
 * The record without protected values, for logs, errors and lists: leaves
 * marked `x-phi` and leaves that the schema does not describe become
 * `redactedText`; empty ones stay empty.
 */
export function redactPhi(schema: RecordSchema, record: JsonObject): JsonObject {
  return redact(record, schema) as JsonObject;
}
