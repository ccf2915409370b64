import { parsePointer } from '../record/pointer';
import { isLeafSchema, isListSchema, isObjectSchema } from './types';
import type { FieldSchema, LeafSchema, RecordSchema } from './types';

/** Keys from the root, with "[]" where a list's rows begin. */
export type SchemaAddress = readonly string[];

export interface FieldPlace<S extends FieldSchema = FieldSchema> {
  /** `indicators[].result`; the root is "". */
  readonly path: string;
  readonly address: SchemaAddress;
  readonly schema: S;
}

/** The key's own schema; undefined where the object has no such key of its own. */
export function propertyOf(schema: FieldSchema | undefined, key: string): FieldSchema | undefined {
  if (!schema || !isObjectSchema(schema)) return undefined;
  return Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
}

/** Schema of a list's rows; undefined where the schema is no list. */
export const rowsOf = (schema: FieldSchema | undefined): FieldSchema | undefined =>
  schema && isListSchema(schema) ? schema.items : undefined;

/** The address as people and score tables write it. */
export const formatAddress = (address: SchemaAddress): string =>
  address.reduce((path, step) => (step === '[]' ? `${path}[]` : path === '' ? step : `${path}.${step}`), '');

/** Schema at an address; undefined where there is none. */
export function schemaAtAddress(schema: RecordSchema, address: SchemaAddress): FieldSchema | undefined {
  return address.reduce<FieldSchema | undefined>(
    (node, step) => (node && isListSchema(node) ? (step === '[]' ? node.items : undefined) : propertyOf(node, step)),
    schema,
  );
}

/** Schema of the place a JSON Pointer names in a record; undefined where the schema has none. */
export function schemaAtPointer(schema: RecordSchema, pointer: string): FieldSchema | undefined {
  return parsePointer(pointer).reduce<FieldSchema | undefined>(
    (node, segment) => rowsOf(node) ?? propertyOf(node, segment),
    schema,
  );
}

function walk(schema: FieldSchema, address: SchemaAddress, places: FieldPlace[]): void {
  places.push({ path: formatAddress(address), address, schema });
  if (isListSchema(schema)) walk(schema.items, [...address, '[]'], places);
  else if (isObjectSchema(schema))
    for (const [key, child] of Object.entries(schema.properties)) walk(child, [...address, key], places);
}

/** Every place of the schema, the root first, in the order in which people see it. */
export function placesOf(schema: RecordSchema): FieldPlace[] {
  const places: FieldPlace[] = [];
  walk(schema, [], places);
  return places;
}

/** The leaves alone. */
export function leafPlacesOf(schema: RecordSchema): FieldPlace<LeafSchema>[] {
  return placesOf(schema).filter((place): place is FieldPlace<LeafSchema> => isLeafSchema(place.schema));
}

/** Schema of a path (`indicators[].result`); undefined where there is none. */
export function schemaAtPath(schema: RecordSchema, path: string): FieldSchema | undefined {
  return placesOf(schema).find((place) => place.path === path)?.schema;
}
