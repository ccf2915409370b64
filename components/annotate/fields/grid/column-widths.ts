import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import type { LeafItem } from '@/lib/core/annotation/fields';
import type { Table } from '@/lib/core/tables/table-columns';

/** Widths in characters; a text that grows a little stays within its step, so that nothing jumps. */
const steps = [7, 9, 12, 16, 20, 26] as const;
const widest = 26;

/** A width for each column by the longest word of its head and the longest of its texts, as far as steps go. */
export function columnWidths(table: Table, cells: readonly LeafItem[], more: readonly (readonly string[])[] = []): number[] {
  const longest = table.columns.map(({ name }) => Math.max(...name.split(/\s+/).map((word) => word.length)) + 2);
  const grow = (column: number, text: string): void => {
    longest[column] = Math.max(longest[column] ?? 0, Math.min(widest, text.length + 2));
  };
  cells.forEach(({ value }, at) => grow(at % table.columns.length, textOfLeaf(value)));
  for (const row of more) row.forEach((text, column) => grow(column, text));
  return longest.map((length) => steps.find((step) => step >= length) ?? widest);
}
