import { formatPointer } from '../record/pointer';
import { isLeafSchema, isObjectSchema, type LeafSchema, type ListSchema } from '../schema/types';

/** A column of a list that can be shown as a table. */
export interface TableColumn {
  /** The key of its objects; what people call the column. */
  readonly name: string;
  /** From a row's pointer to the cell's: "/result", "" in a list of leaves. */
  readonly suffix: string;
  readonly schema: LeafSchema;
}

/** A list as a table: where it stands and what its columns are. */
export interface Table {
  /** JSON Pointer of the list. */
  readonly list: string;
  readonly schema: ListSchema;
  readonly columns: readonly TableColumn[];
}

/** The columns of a list of leaves (one) or of objects with leaves alone; null for any other list. */
export function columnsOf({ items }: ListSchema): readonly TableColumn[] | null {
  if (isLeafSchema(items)) return [{ name: 'value', suffix: '', schema: items }];
  if (!isObjectSchema(items)) return null;
  const columns: TableColumn[] = [];
  for (const [name, schema] of Object.entries(items.properties)) {
    if (!isLeafSchema(schema)) return null;
    columns.push({ name, suffix: formatPointer([name]), schema });
  }
  return columns.length === 0 ? null : columns;
}

/** The list as a table; null where its rows hold more than leaves. */
export function tableOf(list: string, schema: ListSchema): Table | null {
  const columns = columnsOf(schema);
  return columns && { list, schema, columns };
}

/** JSON Pointer of a cell; rows and columns count from 0. */
export const cellPointer = ({ list, columns }: Table, row: number, column: number): string =>
  `${list}/${row}${columns[column]?.suffix ?? ''}`;
