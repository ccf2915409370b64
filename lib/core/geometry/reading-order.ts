import type { Word } from './word';

/** Indices of the words line by line from the top, left to right within a line. */
export function readingOrder(words: readonly Word[]): number[] {
  return words
    .map((_, index) => index)
    .sort((a, b) => {
      const first = words[a] as Word;
      const second = words[b] as Word;
      return first.line - second.line || first.box[0] - second.box[0] || a - b;
    });
}
