'use client';

import { useCallback, useMemo, useState } from 'react';
import { oneCell, type Cell, type CellRange, type TableSize } from '@/lib/core/tables/cell-range';
import { cellPointer, type Table } from '@/lib/core/tables/table-columns';
import { useFieldActions } from '../field-actions';

/** A cell being typed in; `first` is the text that it begins with, null for what stands there. */
export interface EditedCell {
  readonly pointer: string;
  readonly first: string | null;
}

const isSame = (a: Cell, b: Cell): boolean => a.row === b.row && a.column === b.column;

/** The cell that a pointer names; null where it is none of the table. */
export function cellAt(table: Table, rowCount: number, pointer: string | null): Cell | null {
  if (pointer === null || !pointer.startsWith(`${table.list}/`)) return null;
  const [row = ''] = pointer.slice(table.list.length + 1).split('/');
  const suffix = pointer.slice(table.list.length + 1 + row.length);
  const column = table.columns.findIndex((one) => one.suffix === suffix);
  return column < 0 || Number(row) >= rowCount ? null : { row: Number(row), column };
}

/** Which cells are chosen and which one is typed in. The one in focus is the panel's own focus. */
export function useCellChoice(table: Table, size: TableSize, focus: string | null) {
  const { onFocus } = useFieldActions();
  const [chosen, setChosen] = useState<CellRange | null>(null);
  const [edited, setEdited] = useState<EditedCell | null>(null);
  const head = useMemo(() => cellAt(table, size.rows, focus), [table, size.rows, focus]);
  const range = head && (chosen && isSame(chosen.head, head) && chosen.anchor.row < size.rows ? chosen : oneCell(head));
  const choose = useCallback(
    (next: CellRange) => {
      setChosen(next);
      setEdited(null);
      onFocus(cellPointer(table, next.head.row, next.head.column));
    },
    [table, onFocus],
  );
  const edit = useCallback((cell: Cell, first: string | null) => setEdited({ pointer: cellPointer(table, cell.row, cell.column), first }), [table]);
  const endEdit = useCallback(() => setEdited(null), []);
  const headPointer = head && cellPointer(table, head.row, head.column);
  return { head, headPointer, range, edited: edited && edited.pointer === focus ? edited : null, choose, edit, endEdit };
}
export type CellChoice = ReturnType<typeof useCellChoice>;
