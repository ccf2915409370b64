import { type SchemaEdit, addKey, removeKey, setKeyword } from '@/lib/core/schema/edit-schema';
import { type SchemaAddress, schemaAtAddress } from '@/lib/core/schema/schema-at';
import { type FieldSchema, type LeafType, type RecordSchema, isListSchema, isObjectSchema } from '@/lib/core/schema/types';

/** A key with the same name and description but another shape, in the same place. */
function replaceKey(schema: RecordSchema, address: SchemaAddress, field: FieldSchema): SchemaEdit {
  const parentAddress = address.slice(0, -1);
  const parent = schemaAtAddress(schema, parentAddress);
  const name = address.at(-1) ?? '';
  const index = parent && isObjectSchema(parent) ? Object.keys(parent.properties).indexOf(name) : -1;
  const removed = removeKey(schema, address);
  return removed.ok && index >= 0 ? addKey(removed.schema, parentAddress, name, field, index) : removed;
}

/**
 * Makes the value at `valueAddress` (the rows of a list, or the key itself) a
 * leaf of a type or a group of keys; `keyAddress` stays selected.
 */
export function setShape(
  schema: RecordSchema,
  valueAddress: SchemaAddress,
  keyAddress: SchemaAddress,
  type: LeafType | 'object',
): SchemaEdit {
  const value = schemaAtAddress(schema, valueAddress);
  const key = schemaAtAddress(schema, keyAddress);
  if (value && key && type !== 'object' && !isObjectSchema(value)) {
    const edit = setKeyword(schema, valueAddress, { keyword: 'type', value: type });
    return edit.ok ? { ...edit, address: keyAddress } : edit;
  }
  const shape: FieldSchema =
    type === 'object' ? { type: 'object', properties: { 'New key': { type: 'string' } } } : { type };
  const description = key?.description === undefined ? {} : { description: key.description };
  return replaceKey(
    schema,
    keyAddress,
    key && isListSchema(key) ? { type: 'array', ...description, items: shape } : { ...shape, ...description },
  );
}
