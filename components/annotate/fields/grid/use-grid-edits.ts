'use client';

import { useState, type ClipboardEvent } from 'react';
import { applyOperation } from '@/lib/core/annotation/apply-operation';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import { addRow } from '@/lib/core/annotation/field-edits';
import { batch } from '@/lib/core/annotation/operation';
import { rowsAt } from '@/lib/core/annotation/rows';
import { boundsOf, oneCell, type CellBounds, type CellRange } from '@/lib/core/tables/cell-range';
import { clearCells, copyCells, fillDown, markCellsAbsent, pasteCells } from '@/lib/core/tables/edit-cells';
import { looksLikeHeading } from '@/lib/core/tables/header-words';
import { formatTabSeparated, parseTabSeparated } from '@/lib/core/tables/tab-separated';
import { cellPointer, type Table } from '@/lib/core/tables/table-columns';
import { useFieldActions } from '../field-actions';

/** What came of a paste, where there is something to say. */
export type PasteNotice =
  | { readonly kind: 'refused'; readonly message: string }
  /** The first row named columns and was left out; it can be had after all. */
  | { readonly kind: 'heading'; readonly at: CellBounds; readonly heading: readonly string[] };

const firstOf = (table: Table, { top, left }: CellBounds): string => cellPointer(table, top, left);

/** Edits of the chosen cells, each one step of undo; into an empty table from its first cell on. */
export function useGridEdits(table: Table, now: () => AnnotationContent, range: CellRange | null, onChosen: (range: CellRange) => void) {
  const { isReadOnly, onEdit } = useFieldActions();
  const [notice, setNotice] = useState<PasteNotice | null>(null);
  const at = boundsOf(range ?? oneCell({ row: 0, column: 0 }));
  const clear = () => onEdit(clearCells(table, at), firstOf(table, at));
  const onCopy = (event: ClipboardEvent) => {
    if (!range) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', formatTabSeparated(copyCells(now(), table, at)));
    if (event.type === 'cut' && !isReadOnly) clear();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (isReadOnly) return;
    event.preventDefault();
    const cells = parseTabSeparated(event.clipboardData.getData('text/plain'));
    const [heading = []] = cells;
    const isHeaded = cells.length > 1 && looksLikeHeading(heading, table.columns.map(({ name }) => name));
    const pasted = pasteCells(now(), table, at, isHeaded ? cells.slice(1) : cells);
    if (pasted.kind === 'refused') return setNotice(pasted);
    onEdit(pasted.operation, firstOf(table, at));
    const { top, left, bottom, right } = pasted.bounds;
    onChosen({ anchor: { row: bottom, column: right }, head: { row: top, column: left } });
    setNotice(isHeaded ? { kind: 'heading', at, heading } : null);
  };
  /** The heading that was left out, as a row above what was pasted. */
  const keepHeading = ({ at: where, heading }: Extract<PasteNotice, { kind: 'heading' }>) => {
    const content = now();
    const top = Math.min(where.top, rowsAt(content.record, table.list).length);
    const row = addRow(table.list, table.schema.items, top);
    const pasted = pasteCells(applyOperation(content, row).content, table, { ...where, top, bottom: top }, [heading]);
    if (pasted.kind === 'pasted') onEdit(batch(row, pasted.operation), firstOf(table, where));
    setNotice(null);
  };
  return {
    clear,
    absent: () => onEdit(markCellsAbsent(now(), table, at), firstOf(table, at)),
    fillDown: () => {
      const operation = fillDown(now(), table, at);
      if (operation) onEdit(operation, firstOf(table, at));
    },
    onCopy,
    onPaste,
    keepHeading,
    notice,
    dismiss: () => setNotice(null),
  };
}
export type GridEdits = ReturnType<typeof useGridEdits>;
