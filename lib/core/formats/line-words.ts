import type { PixelBox } from '../geometry/box';

export interface TextInBox {
  readonly text: string;
  readonly box: PixelBox;
}

/** How wide a character is printed, of an ordinary one; a space is narrower. */
const widthOf = (character: string): number => {
  if (/\s/u.test(character)) return 0.55;
  if (/[iIl1.,:;'|!()[\]]/u.test(character)) return 0.6;
  if (/[mwMW@%]/u.test(character)) return 1.4;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character)) return 1.8;
  return 1;
};

/**
 * Splits a transcribed line into its words: each gets the share of the line's
 * width that its characters take, by their usual widths. Boxes are in the unit
 * of the line's. None for a line of white space.
 */
export function wordsOfLine(line: TextInBox): TextInBox[] {
  const [x0, y0, x1, y1] = line.box;
  const text = line.text.trim();
  const total = [...text].reduce((sum, character) => sum + widthOf(character), 0);
  let done = 0;
  return text.split(/(\s+)/u).flatMap((piece) => {
    const left = x0 + ((x1 - x0) * done) / total;
    done += [...piece].reduce((sum, character) => sum + widthOf(character), 0);
    const right = x0 + ((x1 - x0) * done) / total;
    return piece.trim() === '' ? [] : [{ text: piece, box: [left, y0, right, y1] as PixelBox }];
  });
}
