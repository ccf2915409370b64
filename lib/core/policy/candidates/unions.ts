import type { Layout, Segment, Span, Token } from '../layout/types';
import { endsLabel } from './line-spans';

/** Most lines of a union anywhere … */
const lines = 6;
/** … and of one that follows a label or a heading, as paragraphs do. */
const paragraphLines = 16;
/** Most cells of one row in a union. */
const cells = 4;

/**
 * Values that run over more than one segment: neighbouring cells of a row,
 * lines of a column (from the line's start or from behind a label), and whole
 * visual rows one under the other.
 */
export function* unions(layout: Layout): Generator<readonly Span[]> {
  for (let i = 0; i < layout.segments.length; i++) yield* columnUnions(layout, i);
  yield* rowUnions(layout);
  yield* blockUnions(layout);
}

/** A segment, or its part behind a label, and the lines right under it. */
function* columnUnions(layout: Layout, first: number): Generator<readonly Span[]> {
  const { segments, tokens } = layout;
  const head = segments[first] as Segment;
  const chain: Span[] = [];
  const most = startsParagraph(layout, head) ? paragraphLines : lines;
  const label = labelEnd(tokens, head);
  let at = head;
  while (chain.length < most - 1) {
    const next = segments[at.below];
    if (!next || next.page !== at.page || next.y0 - at.y1 > lineGap(layout, at)) break;
    chain.push({ start: next.start, end: next.end });
    if (label > head.start) yield [{ start: label, end: head.end }, ...chain];
    yield [{ start: head.start, end: head.end }, ...chain];
    at = next;
  }
}

/** Neighbouring cells of one visual row, the first one whole or behind a label. */
function* rowUnions({ rows, segments, tokens }: Layout): Generator<readonly Span[]> {
  for (const row of rows) {
    for (let from = row.first; from < row.last - 1; from++) {
      const head = segments[from] as Segment;
      const label = labelEnd(tokens, head);
      for (let to = from + 1; to < row.last && (to <= from + cells || to === row.last - 1); to++) {
        const { end } = segments[to] as Segment;
        yield [{ start: head.start, end }];
        if (label > head.start) yield [{ start: label, end }];
      }
    }
  }
}

/** Whole visual rows: lines whose OCR segments a wide gap has cut. */
function* blockUnions(layout: Layout): Generator<readonly Span[]> {
  const { rows, segments, tokens } = layout;
  for (let from = 0; from < rows.length; from++) {
    const top = rows[from];
    if (!top) continue;
    const head = segments[top.first] as Segment;
    const most = startsParagraph(layout, head) ? paragraphLines : lines;
    const label = labelEnd(tokens, head);
    const parts: Span[] = [{ start: top.start, end: top.end }];
    let isCut = top.last - top.first > 1;
    for (let to = from + 1; to < rows.length && to < from + most; to++) {
      const row = rows[to];
      const above = segments[rows[to - 1]?.first ?? 0] as Segment;
      if (!row || row.page !== top.page) break;
      if ((segments[row.first] as Segment).y0 - above.y1 > lineGap(layout, above)) break;
      parts.push({ start: row.start, end: row.end });
      isCut ||= row.last - row.first > 1;
      if (!isCut) continue;
      yield [...parts];
      if (label > head.start) yield [{ start: label, end: top.end }, ...parts.slice(1)];
    }
  }
}

/** First token behind the segment's first label; its start where it has none. */
function labelEnd(tokens: readonly Token[], { start, end }: Segment): number {
  for (let i = start; i < end - 1; i++) {
    if (endsLabel((tokens[i] as Token).text)) return i + 1;
  }
  return start;
}

/** Behind a label of its own, or right under a short line: a heading. */
function startsParagraph({ segments, tokens }: Layout, segment: Segment): boolean {
  if (labelEnd(tokens, segment) > segment.start) return true;
  const above = segments[segment.above];
  if (!above) return false;
  const last = tokens[above.end - 1] as Token;
  return endsLabel(last.text) || above.x1 - above.x0 < 0.5 * (segment.x1 - segment.x0);
}

const lineGap = (layout: Layout, segment: Segment): number =>
  1.5 * Math.max(segment.y1 - segment.y0, layout.lineHeight[segment.page] ?? 0);
