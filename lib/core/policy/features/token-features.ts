import { patternOf } from '../candidates/patterns';
import { textOfParts } from '../layout/text';
import type { Layout, Segment, Token, VisualRow } from '../layout/types';
import { createBlockWriter, mix, type FeatureBlocks } from './hash';
import { headingsAbove } from './headings';
import { columnHeads } from './table-headers';
import { labelBefore, phrase, scale, type Traits } from './traits';

/** What the heads of row groups read of each token. */
export interface TokenFeatures {
  /** Block i belongs to token i. */
  readonly blocks: FeatureBlocks;
  /** How token i joins the one before: see `joints`. */
  readonly joint: Uint8Array;
  readonly pattern: Uint8Array;
  /** The token straight above in the row above, −1 for none. */
  readonly above: Int32Array;
}

/** Same word, same segment, next cell, next row, next page. */
export const joints = { glued: 0, word: 1, cell: 2, row: 3, page: 4 } as const;

const f = {
  bias: 100, word: 101, prefix: 102, suffix: 103, shape: 104, pattern: 105, before: 106, after: 107,
  beforePattern: 108, afterPattern: 109, gap: 110, place: 111, head: 112, headPhrase: 113,
  headPattern: 114, headPlace: 115, cell: 116, cellFromRight: 117, cells: 118, across: 119,
  rowFirst: 120, rowFirstPattern: 121, rowDigits: 122, aboveWord: 123, abovePattern: 124, label: 125,
  heading: 126, cellPhrase: 127, cellPattern: 128, cellPatternHead: 129, underHead: 130,
  belowPattern: 131, rowLast: 132, cellFirst: 133, wordPlace: 134, fromRowStart: 135,
} as const;

export function tokenFeatures(layout: Layout, traits: readonly Traits[]): TokenFeatures {
  const { tokens, segments, rows, lineHeight } = layout;
  const { add, close, finish } = createBlockWriter();
  const heads = columnHeads(layout, traits);
  const headings = headingsAbove(layout, traits);
  const above = Int32Array.from(tokens, (_, i) => aligned(i, 'above'));
  const below = Int32Array.from(tokens, (_, i) => aligned(i, 'below'));
  const cellPatterns = segments.map((segment) => patternOf(textOfParts(tokens, [segment])));
  const trait = (i: number): Traits | undefined => traits[i];

  tokens.forEach((token, i) => {
    const mine = trait(i) as Traits;
    const cell = segments[token.segment] as Segment;
    const row = rows[token.row] as VisualRow;
    const left = i > row.start ? trait(i - 1) : undefined;
    const right = i + 1 < row.end ? trait(i + 1) : undefined;
    const place = Math.min(i - cell.start, 3) * 4 + Math.min(cell.end - 1 - i, 3);
    const index = Math.min(token.segment - row.first, 9);
    const cells = Math.min(row.last - row.first, 10);
    const head = heads[i];
    const cellPattern = cellPatterns[token.segment] ?? 0;
    add(f.bias, 0);
    add(f.word, mine.word);
    add(f.wordPlace, mix(mine.word, place));
    add(f.prefix, mine.prefix);
    add(f.suffix, mine.suffix);
    add(f.shape, mine.shape);
    add(f.pattern, mix(mine.pattern, place));
    add(f.before, left?.word ?? 0);
    add(f.after, right?.word ?? 0);
    add(f.beforePattern, mix(left?.pattern ?? -1, mine.pattern));
    add(f.afterPattern, mix(right?.pattern ?? -1, mine.pattern));
    if (left) {
      const gap = token.x0 - (tokens[i - 1] as Token).x1;
      add(f.gap, scale(gap, (lineHeight[token.page] ?? 1) / 2, 10));
    }
    add(f.place, place);
    add(f.cell, mix(index, cells));
    add(f.cellFromRight, mix(Math.min(row.last - 1 - token.segment, 9), mine.pattern));
    add(f.cells, mix(cells, mine.pattern));
    add(f.across, Math.floor(token.box[0] * 12));
    add(f.fromRowStart, Math.min(i - row.start, 6));
    add(f.rowFirst, trait(row.start)?.word ?? 0);
    add(f.rowFirstPattern, mix(trait(row.start)?.pattern ?? 0, index));
    add(f.rowLast, trait(row.end - 1)?.word ?? 0);
    add(f.rowDigits, mix(Math.min(cellsWithDigits(row), 4), cells));
    add(f.label, phrase(traits, labelBefore(layout, traits, i)));
    add(f.cellPhrase, phrase(traits, cell));
    add(f.cellFirst, trait(cell.start)?.word ?? 0);
    add(f.cellPattern, mix(cellPattern, place));
    const heading = headings[token.row];
    if (heading) add(f.heading, heading.phrase);
    if (head) {
      const name = phrase(traits, head.segment);
      add(f.head, trait(head.token)?.word ?? 0);
      add(f.headPhrase, name);
      add(f.headPattern, mix(name, mine.pattern));
      add(f.headPlace, mix(trait(head.token)?.word ?? 0, place));
      add(f.cellPatternHead, mix(name, cellPattern));
    }
    add(f.underHead, mix(head ? Math.min(head.distance, 2) : 0, index));
    const upper = above[i] as number;
    if (upper >= 0) {
      add(f.aboveWord, trait(upper)?.word ?? 0);
      add(f.abovePattern, mix(trait(upper)?.pattern ?? 0, mine.pattern));
    }
    const lower = below[i] as number;
    add(f.belowPattern, mix(lower < 0 ? -1 : (trait(lower)?.pattern ?? 0), mine.pattern));
    close();
  });

  return {
    blocks: finish(),
    joint: Uint8Array.from(tokens, (_, i) => jointOf(i)),
    pattern: Uint8Array.from(traits, ({ pattern }) => pattern),
    above,
  };

  function aligned(i: number, side: 'above' | 'below'): number {
    const token = tokens[i] as Token;
    const other = segments[(segments[token.segment] as Segment)[side]];
    if (!other) return -1;
    let best = -1;
    let bestDistance = Infinity;
    for (let j = other.start; j < other.end; j++) {
      const candidate = tokens[j] as Token;
      const distance = Math.abs(candidate.x0 + candidate.x1 - token.x0 - token.x1);
      if (distance < bestDistance) [best, bestDistance] = [j, distance];
    }
    return best;
  }
  function cellsWithDigits(row: VisualRow): number {
    let count = 0;
    for (let s = row.first; s < row.last; s++) {
      const { start, end } = segments[s] as Segment;
      for (let i = start; i < end; i++) {
        if (!traits[i]?.hasDigit) continue;
        count++;
        break;
      }
    }
    return count;
  }
  function jointOf(i: number): number {
    const token = tokens[i] as Token;
    const left = tokens[i - 1];
    if (!left || left.page !== token.page) return joints.page;
    if (left.row !== token.row) return joints.row;
    if (left.segment !== token.segment) return joints.cell;
    return token.glued ? joints.glued : joints.word;
  }
}
