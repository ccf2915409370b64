import { describe, expect, it } from 'vitest';
import { gridActOf } from '@/components/annotate/fields/grid/grid-keys';
import type { CellRange } from '@/lib/core/tables/cell-range';

const size = { rows: 3, columns: 4 };
const at = (row: number, column: number, anchor = { row, column }): CellRange => ({ anchor, head: { row, column } });
const press = (key: string, range: CellRange, held: Partial<Record<'mod' | 'alt' | 'shift', boolean>> = {}, isSuggested = false) =>
  gridActOf({ key, mod: false, alt: false, shift: false, ...held }, range, size, isSuggested);
const chosen = (row: number, column: number) => ({ kind: 'choose', range: at(row, column) });

describe('keys on a cell', () => {
  it('walk with arrows, Home and End, and step out at the top and the bottom', () => {
    expect(press('ArrowDown', at(0, 1))).toEqual(chosen(1, 1));
    expect(press('ArrowLeft', at(0, 0))).toEqual(chosen(0, 0));
    expect(press('ArrowUp', at(0, 1))).toEqual({ kind: 'leave', step: -1 });
    expect(press('ArrowDown', at(2, 1))).toEqual({ kind: 'leave', step: 1 });
    expect(press('End', at(1, 0))).toEqual(chosen(1, 3));
    expect(press('Home', at(1, 2), { mod: true })).toEqual(chosen(0, 0));
  });

  it('go on with Tab from row to row and out at both ends', () => {
    expect(press('Tab', at(0, 3))).toEqual(chosen(1, 0));
    expect(press('Tab', at(1, 0), { shift: true })).toEqual(chosen(0, 3));
    expect(press('Tab', at(2, 3))).toEqual({ kind: 'leave', step: 1 });
    expect(press('Tab', at(0, 0), { shift: true })).toEqual({ kind: 'leave', step: -1 });
  });

  it('choose a range with Shift from where the choice began', () => {
    expect(press('ArrowDown', at(0, 1), { shift: true })).toEqual({ kind: 'choose', range: at(1, 1, { row: 0, column: 1 }) });
    expect(press('Escape', at(1, 1, { row: 0, column: 1 }))).toEqual(chosen(1, 1));
    expect(press('a', at(1, 1), { mod: true })).toEqual({ kind: 'choose', range: at(2, 3, { row: 0, column: 0 }) });
  });

  it('begin to type: Enter and F2 on what stands there, a letter in its place', () => {
    expect(press('Enter', at(0, 0))).toEqual({ kind: 'edit', first: null });
    expect(press('F2', at(0, 0))).toEqual({ kind: 'edit', first: null });
    for (const key of ['x', '7', '-', 'é', '字', 'Process']) expect(press(key, at(0, 0))).toEqual({ kind: 'edit', first: '' });
  });

  it('fill down, empty and mark absent what is chosen', () => {
    expect(press('d', at(0, 0), { mod: true })).toEqual({ kind: 'fill-down' });
    expect(press('Delete', at(0, 0))).toEqual({ kind: 'clear' });
    expect(press('a', at(0, 0), { alt: true })).toEqual({ kind: 'absent' });
  });

  it('leave to the page what is its own', () => {
    expect(press('Enter', at(0, 0), {}, true)).toBeNull();
    expect(press('ArrowRight', at(0, 0), { mod: true })).toBeNull();
    expect(press('z', at(0, 0), { mod: true })).toBeNull();
    expect(press('Enter', at(0, 0), { alt: true })).toBeNull();
    expect(press('Escape', at(0, 0))).toBeNull();
    expect(press('PageDown', at(0, 0))).toBeNull();
  });
});
