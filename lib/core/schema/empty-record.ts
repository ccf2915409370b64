import type { Json, JsonObject } from '../record/json';
import { isLeafSchema, isListSchema, type FieldSchema, type RecordSchema } from './types';

/** The empty value of a field: `""` for text (the paper's form), null for other leaves, `[]` for a list. */
export function emptyValue(schema: FieldSchema): Json {
  if (isLeafSchema(schema)) return schema.type === 'string' ? '' : null;
  if (isListSchema(schema)) return [];
  return emptyRecord(schema);
}

/** All keys of the schema with nothing in them; also a fresh row of a list of objects. */
export function emptyRecord(schema: RecordSchema): JsonObject {
  return Object.fromEntries(Object.entries(schema.properties).map(([key, child]) => [key, emptyValue(child)]));
}
