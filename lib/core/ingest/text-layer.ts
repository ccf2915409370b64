import { type PageBox, type PixelBox, type PixelSize, toPageBox } from '../geometry/box';
import type { Word } from '../geometry/word';
import { wordsOfLine } from '../formats/line-words';
import { orderWords } from './given-words';

/** A run of text of a PDF page, its box already in pixels of the page image. */
export interface TextRun {
  readonly text: string;
  readonly box: PixelBox;
}

/** A page with fewer words than this is a scan with a stamp on it: OCR reads it. */
const fewestWords = 3;
/** Pieces closer than this share of their height are one word. */
const gluedGap = 0.12;

/**
 * The words of a PDF's text layer in reading order; null where the page has no
 * layer worth the name (an empty one, or only characters without meaning).
 */
export function textLayerWords(runs: readonly TextRun[], size: PixelSize): Word[] | null {
  const pieces: TextRun[] = [];
  for (const run of runs) {
    if (run.text.trim() === '') continue;
    const words = wordsOfLine({ text: run.text, box: run.box });
    const [first, ...rest] = words;
    const before = pieces.at(-1);
    // PDF writers cut words where the font's spacing changes: what touches is one.
    if (first && before && !/^\s/u.test(run.text) && touches(before, first)) {
      pieces[pieces.length - 1] = join(before, first);
      pieces.push(...rest);
    } else pieces.push(...words);
  }
  if (pieces.length < fewestWords || !isReadable(pieces)) return null;
  return orderWords(
    pieces.map(({ text, box }) => ({ text, box: toPageBox(box, size) as PageBox, confidence: 1 })),
  );
}

function touches(left: TextRun, right: TextRun): boolean {
  const height = Math.max(left.box[3] - left.box[1], right.box[3] - right.box[1]);
  const gap = right.box[0] - left.box[2];
  const rise = Math.abs(right.box[3] - left.box[3]);
  return rise < height * 0.3 && gap < height * gluedGap && gap > -height * 0.5;
}

const join = (left: TextRun, right: TextRun): TextRun => ({
  text: left.text + right.text,
  box: [
    Math.min(left.box[0], right.box[0]),
    Math.min(left.box[1], right.box[1]),
    Math.max(left.box[2], right.box[2]),
    Math.max(left.box[3], right.box[3]),
  ] as PixelBox,
});

/** Fonts without a character map give private-use and replacement characters. */
function isReadable(pieces: readonly TextRun[]): boolean {
  const text = pieces.map((piece) => piece.text).join('');
  const odd = [...text].filter((character) => /[\p{Co}\p{Cc}\uFFFD]/u.test(character)).length;
  return odd < [...text].length * 0.2;
}
