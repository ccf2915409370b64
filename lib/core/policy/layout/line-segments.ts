import type { PageBox } from '../../geometry/box';
import type { PageWords, Word } from '../../geometry/word';
import { splitWord } from './split-word';

/** A token before it has a place in the reading order. */
export interface Piece {
  readonly text: string;
  readonly glued: boolean;
  readonly box: PageBox;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A gap wider than this many line heights ends a segment. */
const wideGap = 1.2;

/** The segments of one page: its text lines, cut at wide gaps, skew taken out. */
export function lineSegments(page: PageWords): readonly (readonly Piece[])[] {
  const lines = new Map<number, Word[]>();
  for (const word of page.words) {
    if (word.text.trim() === '') continue;
    const line = lines.get(word.line);
    if (line) line.push(word);
    else lines.set(word.line, [word]);
  }
  const skew = pageSkew(page, [...lines.values()]);
  const segments: Piece[][] = [];
  for (const line of lines.values()) {
    line.sort((a, b) => a.box[0] - b.box[0]);
    let segment: Piece[] = [];
    for (const word of line) {
      const pieces = cutWord(word, page, skew);
      const [first] = pieces;
      const last = segment.at(-1);
      if (!first) continue;
      if (last && first.x0 - last.x1 > wideGap * Math.max(last.y1 - last.y0, first.y1 - first.y0)) {
        segments.push(segment);
        segment = [];
      }
      segment.push(...pieces);
    }
    if (segment.length > 0) segments.push(segment);
  }
  return segments;
}

/** Pieces get their share of the word's width by characters. */
function cutWord(word: Word, page: PageWords, skew: number): readonly Piece[] {
  const texts = splitWord(word.text.trim());
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  const [x0, y0, x1, y1] = word.box;
  const lift = (skew * page.width * (x0 + x1)) / 2;
  let done = 0;
  return texts.map((text, i) => {
    const left = x0 + ((x1 - x0) * done) / total;
    done += text.length;
    const right = x0 + ((x1 - x0) * done) / total;
    return {
      text,
      glued: i > 0,
      box: [left, y0, right, y1] as PageBox,
      x0: left * page.width,
      y0: y0 * page.height - lift,
      x1: right * page.width,
      y1: y1 * page.height - lift,
    };
  });
}

/** Rise of the text lines in pixels per pixel: the median over the long lines. */
function pageSkew(page: PageWords, lines: readonly (readonly Word[])[]): number {
  const slopes: number[] = [];
  for (const line of lines) {
    const ordered = [...line].sort((a, b) => a.box[0] - b.box[0]);
    const first = ordered[0];
    const last = ordered.at(-1);
    if (!first || !last || ordered.length < 3) continue;
    const run = ((last.box[0] + last.box[2] - first.box[0] - first.box[2]) / 2) * page.width;
    const rise = ((last.box[1] + last.box[3] - first.box[1] - first.box[3]) / 2) * page.height;
    if (run > page.width * 0.2) slopes.push(rise / run);
  }
  slopes.sort((a, b) => a - b);
  return slopes.length < 3 ? 0 : (slopes[slopes.length >> 1] ?? 0);
}
