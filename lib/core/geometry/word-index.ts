import { overlapArea, type PageBox } from './box';
import { readingOrder } from './reading-order';
import type { PagePoint } from './viewport';
import type { Word } from './word';

/** Cells along each side of the page: a page of 1,000 words has a word or two in each. */
const cells = 32;
const cellOf = (value: number): number => Math.min(cells - 1, Math.max(0, Math.floor(value * cells)));

/** The words of a page, found by place (a uniform grid) and by reading order. */
export interface WordIndex {
  readonly words: readonly Word[];
  /** Word index by reading position. */
  readonly order: readonly number[];
  /** Reading position by word index. */
  readonly position: readonly number[];
  /** Word indices by cell, row by row. */
  readonly grid: ReadonlyArray<readonly number[]>;
}

export function createWordIndex(words: readonly Word[]): WordIndex {
  const order = readingOrder(words);
  const position = new Array<number>(words.length);
  order.forEach((word, at) => (position[word] = at));
  const grid: number[][] = Array.from({ length: cells * cells }, () => []);
  words.forEach((word, index) => {
    for (let row = cellOf(word.box[1]); row <= cellOf(word.box[3]); row++)
      for (let column = cellOf(word.box[0]); column <= cellOf(word.box[2]); column++)
        grid[row * cells + column]?.push(index);
  });
  return { words, order, position, grid };
}

const contains = (box: PageBox, point: PagePoint): boolean =>
  point.x >= box[0] && point.x <= box[2] && point.y >= box[1] && point.y <= box[3];

const area = (box: PageBox): number => (box[2] - box[0]) * (box[3] - box[1]);

/** The word under the point, the smallest where boxes overlap; null for none. */
export function wordAt(index: WordIndex, point: PagePoint): number | null {
  const cell = index.grid[cellOf(point.y) * cells + cellOf(point.x)] ?? [];
  let found: number | null = null;
  for (const candidate of cell) {
    const { box } = index.words[candidate] as Word;
    if (!contains(box, point)) continue;
    if (found === null || area(box) < area((index.words[found] as Word).box)) found = candidate;
  }
  return found;
}

const gap = (from: number, to: number, value: number): number => Math.max(from - value, 0, value - to);

/** The word nearest to the point; the line counts for more than the distance along it. */
export function nearestWord(index: WordIndex, point: PagePoint): number | null {
  let found: number | null = null;
  let least = Infinity;
  index.words.forEach(({ box }, candidate) => {
    const distance = gap(box[0], box[2], point.x) + 4 * gap(box[1], box[3], point.y);
    if (distance < least) {
      least = distance;
      found = candidate;
    }
  });
  return found;
}

/** Words from one to the other in reading order, both included, whichever comes first. */
export function wordsBetween(index: WordIndex, from: number, to: number): number[] {
  const a = index.position[from] ?? 0;
  const b = index.position[to] ?? 0;
  return index.order.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** All words of the line that the word stands on, in reading order. */
export function wordsOfLine(index: WordIndex, word: number): number[] {
  const line = index.words[word]?.line;
  return index.order.filter((other) => index.words[other]?.line === line);
}

/** Whole lines from the one word's to the other's, as a double click and a drag take them. */
export function linesBetween(index: WordIndex, from: number, to: number): number[] {
  const ends = [...wordsOfLine(index, from), ...wordsOfLine(index, to)];
  const positions = ends.map((word) => index.position[word] ?? 0);
  return index.order.slice(Math.min(...positions), Math.max(...positions) + 1);
}

/** Words that lie at least half inside the box, in reading order. */
export function wordsInBox(index: WordIndex, box: PageBox): number[] {
  const found = new Set<number>();
  for (let row = cellOf(box[1]); row <= cellOf(box[3]); row++)
    for (let column = cellOf(box[0]); column <= cellOf(box[2]); column++)
      for (const candidate of index.grid[row * cells + column] ?? []) {
        const word = (index.words[candidate] as Word).box;
        if (overlapArea(word, box) * 2 >= area(word) && area(word) > 0) found.add(candidate);
      }
  return index.order.filter((word) => found.has(word));
}
