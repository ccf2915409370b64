import type { Layout, Span, VisualRow } from '../layout/types';
import { phrase, type Traits } from './traits';

/** Most words of a line that is taken for a heading without a colon. */
const headingWords = 5;

export interface Heading {
  /** Hash of its words. */
  readonly phrase: number;
  readonly span: Span;
  /** Rows from it to here. */
  readonly distance: number;
}

/** For each visual row the heading above it on its page; null where none stands. */
export function headingsAbove(layout: Layout, traits: readonly Traits[]): readonly (Heading | null)[] {
  let heading: { row: number; page: number; phrase: number; span: Span } | null = null;
  return layout.rows.map((row, index) => {
    const above =
      heading?.page === row.page ? { phrase: heading.phrase, span: heading.span, distance: index - heading.row } : null;
    if (isHeading(layout, traits, row)) {
      const span = headingSpan(traits, row);
      heading = { row: index, page: row.page, phrase: phrase(traits, span), span };
    }
    return above;
  });
}

/** A short line of words alone, or one that begins with a label. */
function isHeading(layout: Layout, traits: readonly Traits[], row: VisualRow): boolean {
  if (labelAt(traits, row) >= 0) return true;
  if (row.last - row.first > 1 || row.end - row.start > headingWords) return false;
  for (let i = row.start; i < row.end; i++) if (traits[i]?.hasDigit) return false;
  return layout.tokens[row.start] !== undefined;
}

const headingSpan = (traits: readonly Traits[], row: VisualRow): Span => {
  const label = labelAt(traits, row);
  return { start: row.start, end: label < 0 ? row.end : label + 1 };
};

function labelAt(traits: readonly Traits[], row: VisualRow): number {
  for (let i = row.start; i < Math.min(row.end, row.start + headingWords); i++) {
    if (traits[i]?.endsLabel) return i;
  }
  return -1;
}
