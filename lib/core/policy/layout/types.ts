import type { PageBox } from '../../geometry/box';

/** A word, or the part of one that `splitWord` cut off. */
export interface Token {
  readonly text: string;
  /** Page of the document, counted from 0. */
  readonly page: number;
  readonly box: PageBox;
  /** Pixels with the page's skew taken out: rows are level in this space. */
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Joins its left neighbour without a space. */
  readonly glued: boolean;
  readonly segment: number;
  readonly row: number;
}

/** A run of tokens on one line without a wide gap: a table cell, a line of prose. */
export interface Segment {
  /** Tokens `[start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly page: number;
  readonly row: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** The nearest segment straight above or below, −1 for none. */
  readonly above: number;
  readonly below: number;
}

/** Segments side by side at one height, left to right. */
export interface VisualRow {
  /** Segments `[first, last)`. */
  readonly first: number;
  readonly last: number;
  /** Tokens `[start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly page: number;
}

/** A document as the policy sees it; all three lists in reading order. */
export interface Layout {
  readonly tokens: readonly Token[];
  readonly segments: readonly Segment[];
  readonly rows: readonly VisualRow[];
  /** Median height of a token in pixels, by page. */
  readonly lineHeight: readonly number[];
}

/** Tokens `[start, end)`, all on one visual row. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
