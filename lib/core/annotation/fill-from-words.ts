import { type PageBox, unionBox } from '../geometry/box';
import { readingOrder } from '../geometry/reading-order';
import type { Word } from '../geometry/word';
import type { EvidenceBox } from '../record/evidence';

export interface WordFill {
  /** The words in reading order, joined with spaces. */
  readonly text: string;
  /** One box for each line that the words stand on. */
  readonly boxes: readonly EvidenceBox[];
}

/** Text and evidence of chosen words of one page; null for none. */
export function fillFromWords(page: number, words: readonly Word[]): WordFill | null {
  if (words.length === 0) return null;
  const ordered = readingOrder(words).map((index) => words[index] as Word);
  const lines = new Map<number, PageBox[]>();
  for (const word of ordered) lines.set(word.line, [...(lines.get(word.line) ?? []), word.box]);
  const boxes = [...lines.values()].map((line) => ({ page, box: unionBox(line) as PageBox }));
  return { text: ordered.map((word) => word.text).join(' '), boxes };
}
