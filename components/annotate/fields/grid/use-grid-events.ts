'use client';

import { type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject, useCallback, useEffect, useLayoutEffect } from 'react';
import { flushSync } from 'react-dom';
import { cellAfter, cellBeside, oneCell, type TableSize } from '@/lib/core/tables/cell-range';
import { cellPointer, type Table } from '@/lib/core/tables/table-columns';
import { useFieldActions } from '../field-actions';
import { gridActOf } from './grid-keys';
import { cellAt, type CellChoice } from './use-cell-choice';
import type { GridEdits } from './use-grid-edits';

interface Options {
  readonly grid: RefObject<HTMLTableElement | null>;
  readonly table: Table;
  readonly size: TableSize;
  readonly choice: CellChoice;
  readonly edits: GridEdits;
  /** Whether Enter accepts something instead of beginning to type. */
  readonly isSuggested: () => boolean;
  /** Set where the cursor is to come back to the cell although it is elsewhere. */
  readonly comesBackRef: RefObject<boolean>;
}

const editorSelector = 'textarea, input';

/** The cursor stays with the cell in focus, and comes back from an editor that closes. */
function useCursor({ grid, choice, comesBackRef }: Pick<Options, 'grid' | 'choice' | 'comesBackRef'>): void {
  const { edited, headPointer } = choice;
  useLayoutEffect(() => {
    if (edited || !(comesBackRef.current || grid.current?.contains(document.activeElement))) return;
    comesBackRef.current = false;
    if (headPointer === null || document.activeElement?.closest('[data-row-tools]')) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(headPointer)}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [grid, comesBackRef, headPointer, edited]);
  useEffect(() => {
    if (!edited) return;
    const editor = grid.current?.querySelector<HTMLTextAreaElement | HTMLInputElement>(editorSelector);
    editor?.focus();
    if (edited.first === null) editor?.setSelectionRange(editor.value.length, editor.value.length);
  }, [grid, edited]);
}

/** What keys and the pointer do on a table. */
export function useGridEvents({ grid, table, size, choice, edits, isSuggested, comesBackRef }: Options) {
  const actions = useFieldActions();
  const { head, headPointer, range, edited, choose, edit, endEdit } = choice;
  useCursor({ grid, choice, comesBackRef });
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!head || !range || !(event.target instanceof HTMLElement) || !event.target.dataset.cell) return;
    const pressed = { key: event.key, mod: event.ctrlKey || event.metaKey, alt: event.altKey, shift: event.shiftKey };
    const act = gridActOf(pressed, range, size, isSuggested());
    if (!act) return;
    if (act.kind === 'choose') {
      // The row that is left may go out of the document with the cursor in it.
      comesBackRef.current = true;
      choose(act.range);
    } else if (act.kind === 'leave') actions.onLeave(act.step === 1 ? cellPointer(table, last.row, last.column) : cellPointer(table, 0, 0), act.step);
    else if (actions.isReadOnly) return;
    else if (act.kind === 'edit') {
      // At once, so that the letter goes into the editor.
      flushSync(() => edit(head, act.first));
      grid.current?.querySelector<HTMLElement>(editorSelector)?.focus();
      if (act.first !== null) return;
    } else if (act.kind === 'clear') edits.clear();
    else if (act.kind === 'absent') edits.absent();
    else edits.fillDown();
    event.preventDefault();
  };
  const onEditorKey = useCallback(
    (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing || event.defaultPrevented || !head) return;
      const isDown = event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
      const beside = event.key === 'Tab' ? cellAfter(head, event.shiftKey ? -1 : 1, size) : null;
      const next = isDown ? cellBeside(head, { row: 1, column: 0 }, size) : beside;
      if (!next && event.key !== 'Escape' && event.key !== 'F2') return;
      event.preventDefault();
      event.stopPropagation();
      comesBackRef.current = true;
      endEdit();
      if (next) choose(oneCell(next));
    },
    [head, size, endEdit, choose, comesBackRef],
  );
  const onChosen = useCallback(() => {
    comesBackRef.current = true;
    endEdit();
  }, [endEdit, comesBackRef]);
  const cellOf = (target: EventTarget) =>
    cellAt(table, size.rows, (target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : null) ?? null);
  return {
    onKeyDown,
    onEditorKey,
    onChosen,
    onPointerDown: (event: PointerEvent) => {
      const cell = cellOf(event.target);
      if (!cell || event.button !== 0 || (edited && headPointer === cellPointer(table, cell.row, cell.column))) return;
      choose(event.shiftKey && range ? { anchor: range.anchor, head: cell } : oneCell(cell));
    },
    onPointerMove: (event: PointerEvent) => {
      const cell = event.buttons === 1 && range && !edited ? cellOf(event.target) : null;
      if (cell && range && (cell.row !== range.head.row || cell.column !== range.head.column)) choose({ anchor: range.anchor, head: cell });
    },
    onDoubleClick: (event: MouseEvent) => {
      const cell = cellOf(event.target);
      if (cell && !actions.isReadOnly) edit(cell, null);
    },
  };
}
