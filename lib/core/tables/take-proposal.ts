import type { AnnotationContent } from '../annotation/content';
import { addRow, fillField, removeRowAt } from '../annotation/field-edits';
import { fillFromWords, type WordFill } from '../annotation/fill-from-words';
import { isAnswered } from '../annotation/leaf-text';
import { batch, type Operation } from '../annotation/operation';
import { rowsAt } from '../annotation/rows';
import { isAtOrBelow } from '../annotation/content';
import { leavesOf } from '../record/pointer';
import type { ProposedTable } from './propose-table';
import { cellPointer, type Table } from './table-columns';

/** A cell that a proposal would fill; the row counts from the first proposed one. */
export interface ProposedCell {
  readonly row: number;
  readonly column: number;
  readonly fill: WordFill;
}

/** What a proposal would fill, row by row; columns of the page that are none of the list are left out. */
export function proposedCells({ page, columns, rows }: ProposedTable): ProposedCell[] {
  return rows.flatMap((row, at) =>
    row.flatMap((words, from) => {
      const column = columns[from]?.target ?? null;
      const fill = column === null ? null : fillFromWords(page, words);
      return column === null || !fill ? [] : [{ row: at, column, fill }];
    }),
  );
}

/** The proposal with a column of the page named anew; whichever had that name loses it. */
export const retarget = (proposal: ProposedTable, at: number, target: number | null): ProposedTable => ({
  ...proposal,
  columns: proposal.columns.map((column, place) =>
    place === at ? { ...column, target } : column.target === target && target !== null ? { ...column, target: null } : column,
  ),
});

/** Rows at the end of a list that say nothing and point at nothing: a proposal takes their place. */
export function emptyRowsAtEnd({ record, evidence }: AnnotationContent, list: string): number {
  const rows = rowsAt(record, list);
  const isEmpty = (row: number): boolean =>
    !leavesOf({ row: rows[row] ?? null }).some(({ value }) => isAnswered(value)) &&
    !Object.keys(evidence).some((pointer) => isAtOrBelow(pointer, `${list}/${row}`));
  let count = 0;
  while (count < rows.length && isEmpty(rows.length - 1 - count)) count++;
  return count;
}

/** Adds the proposed rows behind those that the list has; their values are words of the page. */
export function takeProposal(content: AnnotationContent, table: Table, proposal: ProposedTable): Operation {
  const rowCount = rowsAt(content.record, table.list).length;
  const empty = emptyRowsAtEnd(content, table.list);
  const removals = Array.from({ length: empty }, (_, at) => removeRowAt(table.list, rowCount - 1 - at));
  const first = rowCount - empty;
  const cells = proposedCells(proposal);
  const filled = [...new Set(cells.map(({ row }) => row))];
  const rows = filled.map((_, at) => addRow(table.list, table.schema.items, first + at));
  const fills = cells.flatMap(({ row, column, fill }) => {
    const schema = table.columns[column]?.schema;
    return schema ? [fillField(cellPointer(table, first + filled.indexOf(row), column), schema, fill)] : [];
  });
  return batch(...removals, ...rows, ...fills);
}
