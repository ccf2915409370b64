import { type PageBox, type PixelBox, type PixelSize, toPageBox } from '../geometry/box';
import type { Word } from '../geometry/word';
import type { ImportRow, RowText } from '../formats/import-row';
import { wordsOfLine } from '../formats/line-words';
import type { Evidence, EvidenceBox } from '../record/evidence';
import { numberLines } from './number-lines';

/** Converts a box of a row into page space, clamped to the page. */
const boxConverter = (row: ImportRow, size: PixelSize): ((box: readonly [number, number, number, number]) => PageBox) => {
  if (row.boxes === 'page') return (box) => toPageBox(box as PixelBox, { width: 1, height: 1 });
  const unit = { width: row.width ?? size.width, height: row.height ?? size.height };
  return (box) => toPageBox(box as PixelBox, unit);
};

/** Puts words into reading order and numbers their lines. */
export function orderWords(words: readonly Omit<Word, 'line'>[]): Word[] {
  const lines = numberLines(words.map((word) => word.box));
  return words
    .map((word, index) => ({ ...word, line: lines[index] ?? 0 }))
    .sort((a, b) => a.line - b.line || a.box[0] - b.box[0]);
}

/**
 * The words that a row gives for one page, in reading order; null where the row
 * gives neither words nor lines for any page, so that OCR has to read it.
 */
export function givenWords(row: ImportRow, page: number, size: PixelSize): Word[] | null {
  const given = row.words ?? row.lines;
  if (!given) return null;
  const convert = boxConverter(row, size);
  const onPage = given.filter((text) => text.page === page);
  if (row.words) return orderWords(onPage.filter(hasText).map((word) => toWord(word, word, convert)));
  // A transcribed line is a line: its words stay together whatever the tilt.
  const words = onPage.flatMap((line) =>
    wordsOfLine({ text: line.text, box: line.box as PixelBox }).map((word) => ({ word, line })),
  );
  const numbers = numberLines(words.map(({ line }) => convert(line.box)));
  return words
    .map(({ word, line }, index) => ({ ...toWord(word, line, convert), line: numbers[index] ?? 0 }))
    .sort((a, b) => a.line - b.line || a.box[0] - b.box[0]);
}

const hasText = (text: RowText): boolean => text.text.trim() !== '';

const toWord = (
  word: { readonly text: string; readonly box: readonly [number, number, number, number] },
  source: RowText,
  convert: (box: readonly [number, number, number, number]) => PageBox,
): Omit<Word, 'line'> => ({ text: word.text.trim(), box: convert(word.box), confidence: source.confidence });

/** The row's evidence in page space; `sizes` are those of the pages, in order. */
export function givenEvidence(row: ImportRow, sizes: readonly PixelSize[]): Evidence {
  const entries = Object.entries(row.evidence ?? {}).map(([pointer, boxes]): [string, EvidenceBox[]] => [
    pointer,
    boxes.flatMap(({ page, box }) => {
      const size = sizes[page];
      return size ? [{ page, box: boxConverter(row, size)(box) }] : [];
    }),
  ]);
  return Object.fromEntries(entries);
}
