import {
  isLeafSchema,
  isListSchema,
  isObjectSchema,
  type FieldSchema,
  type LeafSchema,
  type RecordSchema,
} from '../../schema/types';

/** A scalar leaf: reached through objects alone. */
export interface ScalarField {
  /** Keys from the root. */
  readonly path: readonly string[];
  readonly leaf: LeafSchema;
}

export interface Column {
  /** Keys from the row; empty where the row itself is the leaf. */
  readonly path: readonly string[];
  readonly leaf: LeafSchema;
}

/** A list reached through objects alone, read as rows of columns. */
export interface RowGroup {
  readonly path: readonly string[];
  readonly columns: readonly Column[];
}

/**
 * What the embedded policy reads of a schema. Objects at any depth are walked;
 * a list of objects is a row group, a list of leaves a row group with one
 * column. A list inside a list is beyond this policy: it is named in
 * `unread` and stays empty in every prediction, as do its leaves' scores.
 */
export interface FieldPlan {
  readonly scalars: readonly ScalarField[];
  readonly groups: readonly RowGroup[];
  /** Field paths with `[]` for rows, e.g. `visits[].drugs[]`. */
  readonly unread: readonly string[];
}

export function planFields(schema: RecordSchema): FieldPlan {
  const scalars: ScalarField[] = [];
  const groups: RowGroup[] = [];
  const unread: string[] = [];

  const columnsOf = (field: FieldSchema, path: readonly string[], name: string): Column[] => {
    if (isLeafSchema(field)) return [{ path, leaf: field }];
    if (isObjectSchema(field)) {
      return Object.entries(field.properties).flatMap(([key, child]) =>
        columnsOf(child, [...path, key], `${name}.${key}`),
      );
    }
    unread.push(`${name}[]`);
    return [];
  };
  const walk = (field: FieldSchema, path: readonly string[]): void => {
    if (isLeafSchema(field)) scalars.push({ path, leaf: field });
    else if (isListSchema(field)) {
      const columns = columnsOf(field.items, [], `${path.join('.')}[]`);
      if (columns.length > 0) groups.push({ path, columns });
    } else for (const [key, child] of Object.entries(field.properties)) walk(child, [...path, key]);
  };
  walk(schema, []);
  return { scalars, groups, unread };
}
