import type { PixelSize } from '../geometry/box';
import type { Word } from '../geometry/word';

/** A word in pixels of the page, its lines made level. */
export interface PlacedWord {
  readonly word: Word;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Words of one printed line, left to right. */
export type TextLine = readonly PlacedWord[];

/** Slopes tried, as rise over run: ±4° in steps of about 0.14°. */
const slopes = Array.from({ length: 57 }, (_, at) => (at - 28) * 0.0025).sort((a, b) => Math.abs(a) - Math.abs(b));

const middle = ({ top, bottom }: PlacedWord): number => (top + bottom) / 2;

/** Middle value; 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export const heightOf = (words: readonly PlacedWord[]): number => median(words.map(({ top, bottom }) => bottom - top));

const shear = ({ word, left, right, top, bottom }: PlacedWord, slope: number): PlacedWord => {
  const drop = slope * ((left + right) / 2);
  return { word, left, right, top: top - drop, bottom: bottom - drop };
};

/** How much the words gather on levels: the sum of squares of a histogram of their middles, by width. */
function gathering(words: readonly PlacedWord[], slope: number, step: number): number {
  const levels = new Map<number, number>();
  for (const word of words) {
    const level = Math.round(middle(shear(word, slope)) / step);
    levels.set(level, (levels.get(level) ?? 0) + word.right - word.left);
  }
  return [...levels.values()].reduce((sum, width) => sum + width * width, 0);
}

/** Words in pixels, with the slope taken out at which they gather best on lines. */
export function levelWords(words: readonly Word[], page: PixelSize): PlacedWord[] {
  const placed = words.map((word) => ({
    word,
    left: word.box[0] * page.width,
    top: word.box[1] * page.height,
    right: word.box[2] * page.width,
    bottom: word.box[3] * page.height,
  }));
  const step = Math.max(1, heightOf(placed) / 3);
  const best = slopes.reduce((found, slope) => (gathering(placed, slope, step) > gathering(placed, found, step) * 1.001 ? slope : found), 0);
  return placed.map((word) => shear(word, best));
}

/**
 * Level words as lines, top to bottom. Small ones (a dash, a star) join the line
 * that they lie in, wherever in its height.
 */
export function linesOf(words: readonly PlacedWord[]): TextLine[] {
  const height = heightOf(words);
  const isFull = ({ top, bottom }: PlacedWord): boolean => bottom - top >= 0.6 * height;
  const lines: PlacedWord[][] = [];
  for (const word of words.filter(isFull).sort((a, b) => middle(a) - middle(b))) {
    const last = lines.at(-1);
    if (last && middle(word) - median(last.map(middle)) <= 0.55 * height) last.push(word);
    else lines.push([word]);
  }
  for (const word of words.filter((one) => !isFull(one))) {
    const distance = (line: PlacedWord[]): number => Math.abs(median(line.map(middle)) - middle(word));
    const nearest = lines.toSorted((a, b) => distance(a) - distance(b))[0];
    if (nearest && distance(nearest) <= 0.8 * height) nearest.push(word);
    else lines.push([word]);
  }
  return lines
    .map((line) => line.sort((a, b) => a.left - b.left))
    .sort((a, b) => median(a.map(middle)) - median(b.map(middle)));
}

/** Vertical middle of a line, in pixels. */
export const levelOf = (line: TextLine): number => median(line.map(middle));
