import type { Layout, Segment, Token, VisualRow } from '../layout/types';
import type { Traits } from './traits';

/** The cell of a table's head that a token stands under. */
export interface ColumnHead {
  readonly segment: Segment;
  /** The word of that cell nearest to the token's middle. */
  readonly token: number;
  /** Rows from the head to the token's row. */
  readonly distance: number;
}

/** A gap of more lines than this, or as many rows without cells, ends a table. */
const endGap = 3;

/**
 * For each token the head of its column, null outside tables. A table's head is
 * a row of two or more cells without digits or labels; the first such row of a
 * run of rows with cells counts, because rows of words alone look like heads.
 */
export function columnHeads(layout: Layout, traits: readonly Traits[]): readonly (ColumnHead | null)[] {
  const { rows, segments, tokens, lineHeight } = layout;
  const heads: (ColumnHead | null)[] = tokens.map(() => null);
  let head: number | null = null;
  let plainRows = 0;
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const isBroken = !before || before.page !== row.page || gapLines(before, row) > endGap;
    plainRows = row.last - row.first > 1 ? 0 : plainRows + 1;
    if (isBroken || plainRows >= endGap) head = null;
    if (head === null && isHead(row)) {
      head = index;
      return;
    }
    const top = head === null ? undefined : rows[head];
    if (!top || head === null) return;
    for (let i = row.start; i < row.end; i++) {
      heads[i] = headOf(layout, top, i, index - head);
    }
  });
  return heads;

  function gapLines(upper: VisualRow, lower: VisualRow): number {
    const bottom = (segments[upper.first] as Segment).y1;
    return ((segments[lower.first] as Segment).y0 - bottom) / (lineHeight[lower.page] ?? 1);
  }
  function isHead(row: VisualRow): boolean {
    if (row.last - row.first < 2) return false;
    for (let i = row.start; i < row.end; i++) {
      if (traits[i]?.hasDigit || traits[i]?.endsLabel) return false;
    }
    return true;
  }
}

function headOf({ segments, tokens }: Layout, top: VisualRow, at: number, distance: number): ColumnHead {
  const token = tokens[at] as Token;
  const middle = (token.x0 + token.x1) / 2;
  const cell = segments[token.segment] as Segment;
  let best = segments[top.first] as Segment;
  let bestOverlap = -Infinity;
  for (let s = top.first; s < top.last; s++) {
    const candidate = segments[s] as Segment;
    // The token's own place counts, its cell breaks ties: cells may hold two columns.
    const overlap =
      Math.min(candidate.x1, token.x1) -
      Math.max(candidate.x0, token.x0) +
      0.1 * (Math.min(candidate.x1, cell.x1) - Math.max(candidate.x0, cell.x0));
    if (overlap > bestOverlap) [best, bestOverlap] = [candidate, overlap];
  }
  let nearest = best.start;
  for (let i = best.start + 1; i < best.end; i++) {
    if (distanceTo(tokens[i] as Token, middle) < distanceTo(tokens[nearest] as Token, middle)) nearest = i;
  }
  return { segment: best, token: nearest, distance };
}

const distanceTo = (token: Token, x: number): number => Math.max(token.x0 - x, x - token.x1, 0);
