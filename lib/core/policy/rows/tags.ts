import type { Leaf } from '../../record/json';
import type { RowGroup } from '../fields/plan';
import { setAt, type Draft } from '../fields/paths';
import { valueOfText } from '../fields/values';
import { textOfTokens } from '../layout/text';
import type { Token } from '../layout/types';

/**
 * A row group reads the page token by token and gives each a tag: none, part of
 * column c of the row at hand, or the same and a new row begins here. The rule
 * that makes rows of tags is then the reading order alone, and a row may be one
 * line of a table, several lines of a list, or half a line of a double table.
 */
export const none = 0;
export const tagCount = (group: RowGroup): number => 1 + 2 * group.columns.length;
export const continueTag = (column: number): number => 1 + column;
export const startTag = (column: number, columns: number): number => 1 + columns + column;
/** The column of a tag; −1 for none. */
export const columnOf = (tag: number, columns: number): number =>
  tag === none ? -1 : (tag - 1) % columns;
export const startsRow = (tag: number, columns: number): boolean => tag > columns;

export interface AssembledRow {
  /** Column → the tokens of its value in reading order. */
  readonly cells: readonly (readonly number[])[];
}

/** Rows by rule: a start tag opens one, the others add to the one last opened. */
export function assembleRows(tags: ArrayLike<number>, columns: number): readonly AssembledRow[] {
  const rows: number[][][] = [];
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i] ?? none;
    if (tag === none) continue;
    if (startsRow(tag, columns) || rows.length === 0) {
      rows.push(Array.from({ length: columns }, () => []));
    }
    rows.at(-1)?.[columnOf(tag, columns)]?.push(i);
  }
  return rows.map((cells) => ({ cells }));
}

export interface RowValue {
  readonly column: number;
  readonly tokens: readonly number[];
  readonly value: Leaf;
}

/** The row's values that its columns' types can hold. */
export function valuesOfRow(
  row: AssembledRow,
  group: RowGroup,
  tokens: readonly Token[],
): readonly RowValue[] {
  return group.columns.flatMap(({ leaf }, column) => {
    const cell = row.cells[column] ?? [];
    const value = cell.length === 0 ? null : valueOfText(leaf, textOfTokens(tokens, cell));
    return value === null ? [] : [{ column, tokens: cell, value }];
  });
}

/** A row as it stands in a record: an object, or the leaf itself. */
export function rowRecord(values: readonly RowValue[], group: RowGroup): Draft | Leaf {
  const draft: Draft = {};
  for (const { column, value } of values) {
    const path = group.columns[column]?.path ?? [];
    if (path.length === 0) return value;
    setAt(draft, path, value);
  }
  return draft;
}
