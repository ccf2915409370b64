import { propertyOf, rowsOf } from '../schema/schema-at';
import { isLeafSchema, type FieldSchema, type LeafSchema, type RecordSchema, type Severity } from '../schema/types';

/** Of a leaf that the schema does not mark or does not have: an error that nobody weighed counts in full. */
export const defaultSeverity: Severity = 'significant';

/** How much an error in this leaf weighs. */
export const severityOf = (leaf: LeafSchema | undefined): Severity => leaf?.['x-severity'] ?? defaultSeverity;

/** The leaf's schema by its segments (row numbers as numbers); undefined where the schema has no leaf there. */
export function leafSchemaAt(
  schema: RecordSchema | undefined,
  segments: readonly (string | number)[],
): LeafSchema | undefined {
  const field = segments.reduce<FieldSchema | undefined>(
    (node, segment) => (typeof segment === 'number' ? rowsOf(node) : propertyOf(node, segment)),
    schema,
  );
  return field && isLeafSchema(field) ? field : undefined;
}
