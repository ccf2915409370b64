import { isLeafSchema, isListSchema, type FieldSchema, type LeafSchema, type RecordSchema } from './types';

const leafForm = (schema: LeafSchema): object => ({
  type: schema.type,
  ...(schema.description ? { description: schema.description } : {}),
  ...(schema.enum ? { enum: schema.enum } : {}),
  // Defaults are left out: writing them changes nothing.
  ...(schema['x-match'] && schema['x-match'] !== 'text' ? { 'x-match': schema['x-match'] } : {}),
  ...(schema['x-phi'] ? { 'x-phi': true } : {}),
});

function formOf(schema: FieldSchema): object {
  if (isLeafSchema(schema)) return leafForm(schema);
  const head = { type: schema.type, ...(schema.description ? { description: schema.description } : {}) };
  if (isListSchema(schema)) return { ...head, items: formOf(schema.items) };
  const properties = Object.entries(schema.properties).map(([key, child]) => [key, formOf(child)]);
  return { ...head, properties: Object.fromEntries(properties) as object };
}

/**
 * One text for all schemas that mean the same: what a version's hash is taken
 * of. Keywords stand in a fixed order and defaults are dropped; keys stay in
 * their order, because people and the prompt see it.
 */
export const canonicalSchemaText = (schema: RecordSchema): string => JSON.stringify(formOf(schema));
