/** A place in a table; rows and columns count from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** From where the choice began to the cell in focus; the same cell where one alone is chosen. */
export interface CellRange {
  readonly anchor: Cell;
  readonly head: Cell;
}

/** Both ends included. */
export interface CellBounds {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

export const oneCell = (cell: Cell): CellRange => ({ anchor: cell, head: cell });

export const boundsOf = ({ anchor, head }: CellRange): CellBounds => ({
  top: Math.min(anchor.row, head.row),
  left: Math.min(anchor.column, head.column),
  bottom: Math.max(anchor.row, head.row),
  right: Math.max(anchor.column, head.column),
});

export const isInBounds = ({ top, left, bottom, right }: CellBounds, { row, column }: Cell): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** The cells of a range, row by row. */
export const cellsIn = ({ top, left, bottom, right }: CellBounds): Cell[] =>
  Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => ({ row: top + row, column: left + column })),
  ).flat();

const between = (value: number, count: number): number => Math.min(Math.max(0, count - 1), Math.max(0, value));

/** The cell some steps away, staying in the table. */
export const cellBeside = ({ row, column }: Cell, by: Cell, size: TableSize): Cell => ({
  row: between(row + by.row, size.rows),
  column: between(column + by.column, size.columns),
});

/** The next cell in reading order; null behind the last and before the first. */
export function cellAfter({ row, column }: Cell, step: -1 | 1, { rows, columns }: TableSize): Cell | null {
  const place = row * columns + column + step;
  return place < 0 || place >= rows * columns ? null : { row: Math.floor(place / columns), column: place % columns };
}
