import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import { rowsAt } from '@/lib/core/annotation/rows';
import type { Json, JsonObject } from '@/lib/core/record/json';
import { valueAt } from '@/lib/core/record/pointer';
import type { Table } from '@/lib/core/tables/table-columns';

/** Widths in characters; a text that grows a little stays within its step, so that nothing jumps. */
const steps = [7, 9, 12, 16, 20, 26] as const;
const widest = 26;

/** A width for each column by the longest word of its head and the longest of its texts, as far as steps go. */
function columnWidths(table: Table, rows: readonly Json[], more: readonly (readonly string[])[]): number[] {
  const longest = table.columns.map(({ name }) => Math.max(...name.split(/\s+/).map((word) => word.length)) + 2);
  const grow = (column: number, text: string): void => {
    longest[column] = Math.max(longest[column] ?? 0, Math.min(widest, text.length + 2));
  };
  for (const row of rows) table.columns.forEach(({ suffix }, column) => grow(column, textOfLeaf(valueAt(row, suffix))));
  for (const row of more) row.forEach((text, column) => grow(column, text));
  return longest.map((length) => steps.find((step) => step >= length) ?? widest);
}

/** The widths for a record, worked out anew only where the rows of this table are others. */
export function measureColumns(table: Table, more: readonly (readonly string[])[]): (record: JsonObject) => readonly number[] {
  let last: { readonly rows: readonly Json[]; readonly widths: readonly number[] } | null = null;
  return (record) => {
    const rows = rowsAt(record, table.list);
    if (last?.rows !== rows) last = { rows, widths: columnWidths(table, rows, more) };
    return last.widths;
  };
}
