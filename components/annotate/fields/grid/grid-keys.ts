import { cellAfter, cellBeside, oneCell, type Cell, type CellRange, type TableSize } from '@/lib/core/tables/cell-range';

/** What a key means on a cell that is not typed in. */
export type GridAct =
  | { readonly kind: 'choose'; readonly range: CellRange }
  /** Out of the table, before its first or behind its last cell. */
  | { readonly kind: 'leave'; readonly step: -1 | 1 }
  | { readonly kind: 'edit'; readonly first: string | null }
  | { readonly kind: 'clear' | 'fill-down' | 'absent' };

interface Press {
  readonly key: string;
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

const arrows: Readonly<Record<string, Cell>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

function actOfArrow(range: CellRange, by: Cell, shift: boolean, size: TableSize): GridAct {
  const next = cellBeside(range.head, by, size);
  if (shift) return { kind: 'choose', range: { ...range, head: next } };
  const isStuck = next.row === range.head.row && next.column === range.head.column;
  // Up from the first row and down from the last the way goes on through the fields.
  if (isStuck && by.row !== 0) return { kind: 'leave', step: by.row === -1 ? -1 : 1 };
  return { kind: 'choose', range: oneCell(next) };
}

/**
 * The act of a key; null leaves the key to the page: Ctrl+arrows go to other
 * documents, Enter accepts where something is suggested.
 */
export function gridActOf({ key, mod, alt, shift }: Press, range: CellRange, size: TableSize, isSuggested: boolean): GridAct | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const { head } = range;
  if (alt) return key.toLowerCase() === 'a' && !mod ? { kind: 'absent' } : null;
  if (mod) {
    if (key.toLowerCase() === 'd') return { kind: 'fill-down' };
    if (key.toLowerCase() === 'a') return { kind: 'choose', range: { anchor: { row: 0, column: 0 }, head: last } };
    if (key === 'Home') return { kind: 'choose', range: oneCell({ row: 0, column: 0 }) };
    return key === 'End' ? { kind: 'choose', range: oneCell(last) } : null;
  }
  const arrow = arrows[key];
  if (arrow) return actOfArrow(range, arrow, shift, size);
  switch (key) {
    case 'Home':
    case 'End': {
      const to = { row: head.row, column: key === 'Home' ? 0 : last.column };
      return { kind: 'choose', range: shift ? { ...range, head: to } : oneCell(to) };
    }
    case 'Tab': {
      const next = cellAfter(head, shift ? -1 : 1, size);
      return next ? { kind: 'choose', range: oneCell(next) } : { kind: 'leave', step: shift ? -1 : 1 };
    }
    case 'F2':
      return { kind: 'edit', first: null };
    case 'Enter':
      return isSuggested ? null : { kind: 'edit', first: null };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'Escape':
      return range.anchor.row === head.row && range.anchor.column === head.column ? null : { kind: 'choose', range: oneCell(head) };
    case 'Process':
      // An input method begins: it goes on in the editor.
      return { kind: 'edit', first: '' };
    default:
      return [...key].length === 1 ? { kind: 'edit', first: '' } : null;
  }
}
