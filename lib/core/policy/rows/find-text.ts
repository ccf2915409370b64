import { foldText } from '../fields/values';
import type { Layout, Span } from '../layout/types';
import { editSimilarity } from '../targets/similarity';

/** A text without spaces: how gold and page are compared in rows. */
export const squash = (text: string): string => foldText(text).replaceAll(' ', '');

/** The squashed text of each visual row and where its tokens begin in it. */
export interface RowTexts {
  readonly texts: readonly string[];
  /** Offset of each token in its row's text. */
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
  readonly layout: Layout;
}

export function rowTexts(layout: Layout): RowTexts {
  const squashed = layout.tokens.map(({ text }) => squash(text));
  const offsets: number[] = [];
  const texts = layout.rows.map(({ start, end }) => {
    let text = '';
    for (let i = start; i < end; i++) {
      offsets[i] = text.length;
      text += squashed[i] ?? '';
    }
    return text;
  });
  return { texts, offsets, lengths: squashed.map((text) => text.length), layout };
}

/** Where a row's tokens say exactly `wanted` (squashed). */
export function occurrences(page: RowTexts, row: number, wanted: string): readonly Span[] {
  const text = page.texts[row] ?? '';
  const { start, end } = page.layout.rows[row] ?? { start: 0, end: 0 };
  const found: Span[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const first = tokenAt(at);
    const last = tokenEndingAt(at + wanted.length);
    if (first >= 0 && last >= first) found.push({ start: first, end: last + 1 });
  }
  return found;

  function tokenAt(offset: number): number {
    for (let i = start; i < end; i++) if (page.offsets[i] === offset) return i;
    return -1;
  }
  function tokenEndingAt(offset: number): number {
    for (let i = start; i < end; i++) {
      if ((page.offsets[i] ?? 0) + (page.lengths[i] ?? 0) === offset) return i;
    }
    return -1;
  }
}

export interface NearText {
  readonly span: Span;
  readonly similarity: number;
}

/** The tokens of a row most like `wanted`, at least `least` alike; null for none. */
export function nearestText(page: RowTexts, row: number, wanted: string, least: number): NearText | null {
  const { start, end } = page.layout.rows[row] ?? { start: 0, end: 0 };
  const text = page.texts[row] ?? '';
  const slack = Math.ceil(wanted.length * (1 - least));
  let best: NearText | null = null;
  for (let from = start; from < end; from++) {
    const offset = page.offsets[from] ?? 0;
    for (let to = from; to < end; to++) {
      const length = (page.offsets[to] ?? 0) + (page.lengths[to] ?? 0) - offset;
      if (length > wanted.length + slack) break;
      if (length < wanted.length - slack) continue;
      const similarity = editSimilarity(text.slice(offset, offset + length), wanted, best?.similarity ?? least);
      if (similarity > (best?.similarity ?? least - 1e-9)) {
        best = { span: { start: from, end: to + 1 }, similarity };
      }
    }
  }
  return best;
}
