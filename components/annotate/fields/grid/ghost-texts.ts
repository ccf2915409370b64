import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import type { SuggestedRows } from '@/lib/core/annotation/suggestions';
import type { ProposedTable } from '@/lib/core/tables/propose-table';
import { cellPointer, type Table } from '@/lib/core/tables/table-columns';
import { proposedCells } from '@/lib/core/tables/take-proposal';

/** Texts of rows that are not there yet, row by row: read off the page, or else suggested by a model. */
export function ghostTexts(table: Table, proposal: ProposedTable | null, suggested: SuggestedRows | undefined): string[][] {
  if (proposal) {
    const cells = proposedCells(proposal);
    const rows = [...new Set(cells.map(({ row }) => row))];
    return rows.map((row) => table.columns.map((_, column) => cells.find((cell) => cell.row === row && cell.column === column)?.fill.text ?? ''));
  }
  const texts = new Map(suggested?.leaves.map(({ pointer, value }) => [pointer, textOfLeaf(value)]));
  return Array.from({ length: suggested?.rowCount ?? 0 }, (_, row) =>
    table.columns.map((__, column) => texts.get(cellPointer(table, row, column)) ?? ''),
  );
}
