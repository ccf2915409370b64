import type { Layout, Segment, Span, Token } from '../layout/types';

/** Segments up to this many tokens give all their n-grams. */
const shortSegment = 7;
/** In longer ones an n-gram inside has at most this many tokens … */
const innerLength = 3;
/** … but after a colon up to this many. */
const afterLabelLength = 8;
/** A prefix or suffix of a long segment: cut at most this far from its end. */
const edge = 14;

/** Whole segments, what follows a label, and all n-grams of short segments. */
export function* likelySpans(layout: Layout): Generator<Span> {
  for (const { start, end } of layout.segments) yield { start, end };
  for (const segment of layout.segments) yield* afterLabels(layout.tokens, segment);
  for (const segment of layout.segments) {
    if (segment.end - segment.start <= shortSegment) yield* nGrams(segment, shortSegment);
  }
}

/** Prefixes, suffixes and short n-grams of long segments. */
export function* otherSpans(layout: Layout): Generator<Span> {
  for (const { start, end } of layout.segments) {
    for (let i = start + 1; i < end && i <= start + edge; i++) yield { start: i, end };
    for (let i = end - 1; i > start && i >= end - edge; i--) yield { start, end: i };
  }
  for (const segment of layout.segments) {
    if (segment.end - segment.start > shortSegment) yield* nGrams(segment, innerLength);
  }
}

/** "Sex: Male Age: 35": what follows each label, at each length. */
function* afterLabels(tokens: readonly Token[], { start, end }: Segment): Generator<Span> {
  for (let from = start + 1; from < end; from++) {
    if (!endsLabel((tokens[from - 1] as Token).text)) continue;
    for (let to = from + 1; to <= end && to <= from + afterLabelLength; to++) {
      yield { start: from, end: to };
    }
  }
}

function* nGrams({ start, end }: Segment, longest: number): Generator<Span> {
  for (let length = 1; length <= longest; length++) {
    for (let from = start; from + length <= end; from++) yield { start: from, end: from + length };
  }
}

export const endsLabel = (text: string): boolean => /[:：]$/u.test(text);
