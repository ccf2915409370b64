import type { Candidate } from '../candidates/candidates';
import { patternNamed, patternOf, shapeOf } from '../candidates/patterns';
import { hashToSeed } from '../../random';
import type { Layout, Segment, Span, Token } from '../layout/types';
import { createBlockWriter, mix, type FeatureBlocks } from './hash';
import { headingsAbove } from './headings';
import { labelBefore, phrase, scale, type Traits } from './traits';

/**
 * A candidate's features lie in up to three blocks: what its first token knows
 * (words left and above), what its last knows (words right and below), and its
 * own. The first two are shared by all candidates that begin or end there.
 */
export interface CandidateFeatures {
  readonly blocks: FeatureBlocks;
  /** Start block, end block, own block of each candidate; −1 for none. */
  readonly blocksOf: Int32Array;
}

/** Kinds of features: each has its own part of the hash space. */
const f = {
  left1: 1, left2: 2, label: 3, leftGap: 4, aboveWord: 5, abovePhrase: 6, aboveAligned: 7,
  first: 8, firstShape: 9, firstPrefix: 10, firstSuffix: 11, starts: 12, across: 13, down: 14,
  fromTop: 15, fromBottom: 16, heading: 17, headingNear: 18, rowFirst: 19,
  right1: 20, right2: 21, last: 22, lastShape: 23, lastSuffix: 24, ends: 25, belowFirst: 26,
  belowPhrase: 27, belowGap: 28, lineWidth: 29,
  pattern: 30, patternLabel: 31, patternStarts: 32, patternAbove: 33, patternLeft: 34, patternRight: 35,
  lines: 36, tokens: 37, characters: 38, shape: 39, inside: 40, insideLabels: 41, rank: 42, repeats: 43,
  whole: 44, gap: 45, bias: 46, wholeLabel: 47, wholeHeading: 48, height: 49,
  absent: 60, absentLabel: 61, absentTop: 62,
} as const;

export function candidateFeatures(
  layout: Layout,
  traits: readonly Traits[],
  candidates: readonly Candidate[],
): CandidateFeatures {
  const { tokens, segments, rows, lineHeight } = layout;
  const { add, close, finish } = createBlockWriter();
  const headings = headingsAbove(layout, traits);
  const trait = (i: number): Traits | undefined => traits[i];
  const word = (i: number): number => trait(i)?.word ?? 0;
  const segmentOf = (i: number): Segment => segments[(tokens[i] as Token).segment] as Segment;
  const labels = tokens.map((_, i) => phrase(traits, labelBefore(layout, traits, i)));

  const starts = (i: number): number => {
    const { start, row } = segmentOf(i);
    if (rows[row]?.start === i) return 3;
    if (start === i) return 2;
    return trait(i - 1)?.endsLabel ? 1 : 0;
  };
  const ends = (i: number): number => {
    const { end, row } = segmentOf(i);
    if (rows[row]?.end === i + 1) return 3;
    if (end === i + 1) return 2;
    return trait(i + 1)?.endsLabel ? 1 : 0;
  };
  const gapBelow = (upper: Segment, lower: Segment): number =>
    scale(lower.y0 - upper.y1, (lineHeight[upper.page] ?? 1) / 2, 6);

  const startBlock = (i: number): number => {
    const token = tokens[i] as Token;
    const own = segmentOf(i);
    const row = rows[own.row];
    const isRowStart = row?.start === i;
    const left = isRowStart ? undefined : tokens[i - 1];
    add(f.left1, left ? word(i - 1) : 0);
    add(f.left2, left ? mix(word(i - 1), row && i - 2 >= row.start ? word(i - 2) : 0) : 0);
    add(f.label, labels[i] ?? 0);
    if (left) {
      add(f.leftGap, scale(token.x0 - left.x1, (lineHeight[token.page] ?? 1) / 2, 8));
      add(f.rowFirst, word(row?.start ?? i));
    }
    const above = segments[own.above];
    if (above) {
      add(f.abovePhrase, phrase(traits, above));
      for (let j = above.start; j < Math.min(above.end, above.start + 4); j++) add(f.aboveWord, word(j));
      for (let j = above.start; j < above.end; j++) {
        const upper = tokens[j] as Token;
        if (upper.x0 < token.x1 && upper.x1 > token.x0) add(f.aboveAligned, word(j));
      }
    } else add(f.abovePhrase, 0);
    const mine = trait(i);
    add(f.first, word(i));
    add(f.firstShape, mine?.shape ?? 0);
    add(f.firstPrefix, mine?.prefix ?? 0);
    add(f.firstSuffix, mine?.suffix ?? 0);
    add(f.starts, starts(i));
    add(f.across, Math.floor(token.box[0] * 5));
    add(f.down, Math.floor(token.box[1] * 6));
    add(f.fromTop, Math.min(own.row, 8));
    add(f.fromBottom, Math.min(rows.length - 1 - own.row, 6));
    add(f.height, scale(token.y1 - token.y0, (lineHeight[token.page] ?? 1) / 2, 8));
    const heading = headings[own.row];
    if (heading) {
      add(f.heading, heading.phrase);
      add(f.headingNear, mix(heading.phrase, Math.min(heading.distance, 3)));
    }
    return close();
  };

  const endBlock = (i: number): number => {
    const own = segmentOf(i);
    const row = rows[own.row];
    const hasRight = row !== undefined && i + 1 < row.end;
    add(f.right1, hasRight ? word(i + 1) : 0);
    add(f.right2, hasRight && i + 2 < row.end ? mix(word(i + 1), word(i + 2)) : 0);
    const mine = trait(i);
    add(f.last, word(i));
    add(f.lastShape, mine?.shape ?? 0);
    add(f.lastSuffix, mine?.suffix ?? 0);
    add(f.ends, ends(i));
    const below = segments[own.below];
    add(f.belowPhrase, below ? phrase(traits, below) : 0);
    if (below) {
      add(f.belowFirst, word(below.start));
      add(f.belowGap, mix(gapBelow(own, below), labelsIn(traits, below)));
      add(f.lineWidth, mix(scale(own.x1 - own.x0, Math.max(1, below.x1 - below.x0) / 4, 8), ends(i)));
    } else add(f.belowGap, -1);
    return close();
  };

  const startBlocks = new Int32Array(tokens.length).fill(-1);
  const endBlocks = new Int32Array(tokens.length).fill(-1);
  const blocksOf = new Int32Array(candidates.length * 3).fill(-1);
  const patterns = candidates.map(({ text }) => patternOf(text));
  const repeats = countTexts(candidates);
  const ranks = moneyRanks(candidates, patterns);

  candidates.forEach(({ parts, text }, c) => {
    const head = parts[0];
    const tail = parts.at(-1);
    if (!head || !tail) {
      absentBlock();
      blocksOf[c * 3 + 2] = close();
      return;
    }
    const first = head.start;
    const last = tail.end - 1;
    if ((startBlocks[first] ?? -1) < 0) startBlocks[first] = startBlock(first);
    if ((endBlocks[last] ?? -1) < 0) endBlocks[last] = endBlock(last);
    blocksOf[c * 3] = startBlocks[first] as number;
    blocksOf[c * 3 + 1] = endBlocks[last] as number;
    ownBlock(c, parts, text, first, last);
    blocksOf[c * 3 + 2] = close();
  });
  return { blocks: finish(), blocksOf };

  function absentBlock(): void {
    add(f.absent, 0);
    for (let i = 0; i < Math.min(tokens.length, rows[1]?.end ?? 0); i++) add(f.absentTop, word(i));
    for (let i = 0; i < tokens.length; i++) {
      if (trait(i)?.endsLabel) add(f.absentLabel, mix(word(i), segmentOf(i).start === i ? 0 : word(i - 1)));
    }
  }

  function ownBlock(c: number, parts: readonly Span[], text: string, first: number, last: number): void {
    const pattern = patterns[c] ?? 0;
    const own = segmentOf(first);
    const isWhole = mix(starts(first), ends(last));
    const above = segments[own.above];
    const length = parts.reduce((sum, part) => sum + part.end - part.start, 0);
    const heading = headings[own.row];
    add(f.bias, 0);
    add(f.pattern, pattern);
    add(f.patternLabel, mix(pattern, labels[first] ?? 0));
    add(f.patternStarts, mix(pattern, isWhole));
    if (above) add(f.patternAbove, mix(pattern, phrase(traits, above)));
    add(f.patternLeft, mix(pattern, rows[own.row]?.start === first ? 0 : word(first - 1)));
    add(f.patternRight, mix(pattern, rows[own.row]?.end === last + 1 ? 0 : word(last + 1)));
    add(f.lines, mix(parts.length, ends(last)));
    add(f.tokens, Math.min(length, 12));
    add(f.characters, scale(text.length, 2, 14));
    add(f.shape, hashToSeed(shapeOf(text)));
    add(f.whole, mix(isWhole, Math.min(parts.length, 3)));
    add(f.wholeLabel, mix(isWhole, labels[first] ?? 0));
    if (heading) add(f.wholeHeading, mix(isWhole, mix(heading.phrase, Math.min(heading.distance, 2))));
    add(f.insideLabels, Math.min(3, parts.reduce((sum, part) => sum + labelsIn(traits, part), 0)));
    add(f.gap, widestGap(parts));
    add(f.repeats, Math.min(repeats.get(text) ?? 1, 4));
    const rank = ranks.get(text);
    if (rank !== undefined) add(f.rank, mix(rank, pattern));
    let words = 0;
    for (const { start, end } of parts) {
      for (let i = start; i < end && words < 14; i++, words++) add(f.inside, word(i));
    }
  }

  function widestGap(parts: readonly Span[]): number {
    let widest = 0;
    for (let k = 1; k < parts.length; k++) {
      const upper = segmentOf((parts[k - 1] as Span).start);
      const lower = segmentOf((parts[k] as Span).start);
      widest = Math.max(widest, gapBelow(upper, lower));
    }
    return mix(widest, Number(parts.length > 1));
  }
}

function labelsIn(traits: readonly Traits[], { start, end }: Span): number {
  let count = 0;
  for (let i = start; i < end; i++) if (traits[i]?.endsLabel) count++;
  return count;
}

function countTexts(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of candidates) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Printed amounts → their rank from the largest, 0–3: totals are large. */
function moneyRanks(
  candidates: readonly Candidate[],
  patterns: readonly number[],
): ReadonlyMap<string, number> {
  const money = patternNamed('money');
  const texts = new Set(candidates.filter((_, c) => patterns[c] === money).map(({ text }) => text));
  const amount = (text: string): number => Number(text.replaceAll(',', ''));
  const ordered = [...texts].sort((a, b) => amount(b) - amount(a) || (a < b ? -1 : 1));
  return new Map(ordered.map((text, rank) => [text, Math.min(rank, 3)]));
}
