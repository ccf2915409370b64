import { isLeafSchema, isListSchema, type FieldSchema, type LeafSchema, type RecordSchema } from './types';

interface TextOptions {
  readonly descriptions: boolean;
}

const describedBy = (schema: FieldSchema, { descriptions }: TextOptions): object =>
  descriptions && schema.description ? { description: schema.description } : {};

const leafForm = (schema: LeafSchema, options: TextOptions): object => ({
  type: schema.type,
  ...describedBy(schema, options),
  ...(schema.enum ? { enum: schema.enum } : {}),
  // Defaults are left out: writing them changes nothing.
  ...(schema['x-match'] && schema['x-match'] !== 'text' ? { 'x-match': schema['x-match'] } : {}),
  ...(schema['x-phi'] ? { 'x-phi': true } : {}),
  ...(schema['x-severity'] && schema['x-severity'] !== 'significant' ? { 'x-severity': schema['x-severity'] } : {}),
});

function formOf(schema: FieldSchema, options: TextOptions): object {
  if (isLeafSchema(schema)) return leafForm(schema, options);
  const head = { type: schema.type, ...describedBy(schema, options) };
  if (isListSchema(schema)) return { ...head, items: formOf(schema.items, options) };
  const properties = Object.entries(schema.properties).map(([key, child]) => [key, formOf(child, options)]);
  return { ...head, properties: Object.fromEntries(properties) as object };
}

/** The text of one field, for comparing two; descriptions may be left out. */
export const canonicalFieldText = (schema: FieldSchema, options: TextOptions): string =>
  JSON.stringify(formOf(schema, options));

/**
 * One text for all schemas that mean the same: what a version's hash is taken
 * of. Keywords stand in a fixed order and defaults are dropped; keys stay in
 * their order, because people and the prompt see it.
 */
export const canonicalText = (schema: RecordSchema): string =>
  canonicalFieldText(schema, { descriptions: true });
