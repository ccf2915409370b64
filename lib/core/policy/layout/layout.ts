import type { PageWords } from '../../geometry/word';
import { lineSegments } from './line-segments';
import type { Layout, Segment, Token, VisualRow } from './types';
import { extentOf, visualRows } from './visual-rows';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Words of all pages → tokens, segments and visual rows in reading order. */
export function layOut(pages: readonly PageWords[]): Layout {
  const tokens: Token[] = [];
  const segments: Mutable<Segment>[] = [];
  const rows: VisualRow[] = [];
  const lineHeight: number[] = [];
  for (const page of pages) {
    const pageStart = segments.length;
    const tokenStart = tokens.length;
    for (const row of visualRows(lineSegments(page))) {
      const first = segments.length;
      const start = tokens.length;
      for (const pieces of row) {
        const at = { page: page.page, row: rows.length, segment: segments.length };
        segments.push({
          start: tokens.length,
          end: tokens.length + pieces.length,
          page: at.page,
          row: at.row,
          ...extentOf(pieces),
          above: -1,
          below: -1,
        });
        for (const piece of pieces) tokens.push({ ...piece, ...at });
      }
      rows.push({ first, last: segments.length, start, end: tokens.length, page: page.page });
    }
    linkNeighbours(segments, pageStart);
    lineHeight[page.page] = medianHeight(tokens, tokenStart);
  }
  return { tokens, segments, rows, lineHeight };
}

/** Each segment's nearest ones straight above and below on the same page. */
function linkNeighbours(segments: Mutable<Segment>[], from: number): void {
  for (let i = from; i < segments.length; i++) {
    const upper = segments[i] as Mutable<Segment>;
    for (let j = i + 1; j < segments.length; j++) {
      const lower = segments[j] as Mutable<Segment>;
      if (lower.row === upper.row) continue;
      const common = Math.min(upper.x1, lower.x1) - Math.max(upper.x0, lower.x0);
      if (common < 0.3 * Math.min(upper.x1 - upper.x0, lower.x1 - lower.x0)) continue;
      if (upper.below < 0) upper.below = j;
      const known = lower.above < 0 ? undefined : segments[lower.above];
      if (!known || known.row < upper.row) lower.above = i;
    }
  }
}

function medianHeight(tokens: readonly Token[], from: number): number {
  const heights = tokens.slice(from).map((token) => token.y1 - token.y0);
  heights.sort((a, b) => a - b);
  return Math.max(1, heights[heights.length >> 1] ?? 1);
}
