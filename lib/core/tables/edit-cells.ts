import type { AnnotationContent } from '../annotation/content';
import { addRow, clearField } from '../annotation/field-edits';
import { leafFromText, textOfLeaf } from '../annotation/leaf-text';
import { markAbsent } from '../annotation/absent';
import { batch, setEvidence, setProvenance, setValue, type Operation } from '../annotation/operation';
import { rowsAt } from '../annotation/rows';
import { valueAt } from '../record/pointer';
import { cellsIn, type Cell, type CellBounds } from './cell-range';
import { cellPointer, type Table } from './table-columns';

export type Paste =
  | { readonly kind: 'pasted'; readonly operation: Operation; readonly bounds: CellBounds; readonly added: number }
  /** Nothing is done; `message` says why, for people. */
  | { readonly kind: 'refused'; readonly message: string };

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
const textAt = ({ record }: AnnotationContent, pointer: string): string => textOfLeaf(valueAt(record, pointer));

/** A cell that gets another text; evidence of the old one would point at the wrong words. */
function replaceText(content: AnnotationContent, table: Table, { row, column }: Cell, text: string): Operation[] {
  const pointer = cellPointer(table, row, column);
  const schema = table.columns[column]?.schema;
  if (!schema || textAt(content, pointer) === text) return [];
  const value = leafFromText(schema, text);
  return [batch(setValue(pointer, value), setEvidence(pointer, undefined), setProvenance(pointer, value === undefined ? undefined : 'typed'))];
}

/**
 * Puts rows of texts into a table from the first cell of `at` on; one text alone
 * fills all of `at`. Rows that the table lacks are added; columns that it lacks
 * are a reason to do nothing. Cells that a short row does not reach stay.
 */
export function pasteCells(content: AnnotationContent, table: Table, at: CellBounds, cells: readonly (readonly string[])[]): Paste {
  const width = Math.max(0, ...cells.map((row) => row.length));
  if (width === 0) return { kind: 'refused', message: 'There is nothing to paste.' };
  const room = table.columns.length - at.left;
  if (width > room) {
    const from = `from “${table.columns[at.left]?.name ?? ''}” on there ${room === 1 ? 'is' : 'are'} ${room}`;
    return { kind: 'refused', message: `This has ${plural(width, 'column')}; ${from}. Nothing was pasted.` };
  }
  const single = cells.length === 1 && width === 1 ? (cells[0]?.[0] ?? '') : null;
  const bounds = single === null ? { ...at, bottom: at.top + cells.length - 1, right: at.left + width - 1 } : at;
  const rowCount = rowsAt(content.record, table.list).length;
  const added = Math.max(0, bounds.bottom + 1 - rowCount);
  const rows = Array.from({ length: added }, (_, index) => addRow(table.list, table.schema.items, rowCount + index));
  const texts = cellsIn(bounds).flatMap((cell) => {
    const text = single ?? cells[cell.row - bounds.top]?.[cell.column - bounds.left];
    return text === undefined ? [] : replaceText(content, table, cell, text);
  });
  return { kind: 'pasted', operation: batch(...rows, ...texts), bounds, added };
}

/** The texts of a range, as the clipboard takes them. */
export function copyCells(content: AnnotationContent, table: Table, { top, left, bottom, right }: CellBounds): string[][] {
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => textAt(content, cellPointer(table, top + row, left + column))),
  );
}

/**
 * Fills the first row of a range down to its last; a single row is filled from
 * the row above it. A filled cell stands where the first one stands: evidence
 * and provenance go along. Null where there is no row to fill from.
 */
export function fillDown(content: AnnotationContent, table: Table, bounds: CellBounds): Operation | null {
  const source = bounds.top === bounds.bottom ? bounds.top - 1 : bounds.top;
  if (source < 0) return null;
  const targets = cellsIn({ ...bounds, top: source + 1 });
  return batch(
    ...targets.map(({ row, column }) => {
      const [from, to] = [cellPointer(table, source, column), cellPointer(table, row, column)];
      const value = valueAt(content.record, from);
      return batch(setValue(to, value), setEvidence(to, content.evidence[from]), setProvenance(to, content.provenance[from]));
    }),
  );
}

/** Empties the cells of a range, evidence and all. */
export const clearCells = (table: Table, bounds: CellBounds): Operation =>
  batch(...cellsIn(bounds).map(({ row, column }) => clearField(cellPointer(table, row, column))));

/** Says of each cell of a range that the document does not have it. */
export const markCellsAbsent = (content: AnnotationContent, table: Table, bounds: CellBounds): Operation =>
  batch(
    ...cellsIn(bounds).flatMap(({ row, column }) => {
      const schema = table.columns[column]?.schema;
      return (schema && markAbsent(content, cellPointer(table, row, column), schema)) ?? [];
    }),
  );
