import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageBox } from '@/lib/core/geometry/box';
import { pagePoint } from '@/lib/core/geometry/viewport';
import type { Word } from '@/lib/core/geometry/word';
import { createWordIndex, nearestWord, wordAt, wordsBetween, wordsInBox } from '@/lib/core/geometry/word-index';

const word = (text: string, line: number, x: number): Word => ({
  text,
  line,
  confidence: 1,
  box: [x, 0.1 * line, x + 0.08, 0.1 * line + 0.05] as unknown as PageBox,
});
// Given out of order on purpose: the index reads line by line.
const words = [word('Lee', 1, 0.3), word('Name', 1, 0.1), word('Ann', 1, 0.2), word('Age', 2, 0.1), word('41', 2, 0.2)];
const index = createWordIndex(words);
const texts = (found: readonly number[]): string[] => found.map((at) => words[at]?.text ?? '');

describe('words of a page', () => {
  it('are found under a point, and not beside one', () => {
    expect(wordAt(index, pagePoint(0.22, 0.12))).toBe(2);
    expect(wordAt(index, pagePoint(0.5, 0.5))).toBeNull();
  });

  it('are found under a point exactly where a search of all of them finds one', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const anyWord = fc.tuple(unit, unit, unit, unit).map(([a, b, c, d]) => ({
      text: 'w', line: 0, confidence: 1,
      box: [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as unknown as PageBox,
    }));
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 40 }), unit, unit, (some, x, y) => {
        const under = some.filter(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
        expect(wordAt(createWordIndex(some), pagePoint(x, y)) === null).toBe(under.length === 0);
      }),
    );
  });

  it('are taken in reading order across lines, whichever end the drag began at', () => {
    expect(texts(wordsBetween(index, 2, 3))).toEqual(['Ann', 'Lee', 'Age']);
    expect(texts(wordsBetween(index, 3, 2))).toEqual(['Ann', 'Lee', 'Age']);
  });

  it('are taken by a box where at least half of them lies in it', () => {
    expect(texts(wordsInBox(index, [0.15, 0.05, 0.29, 0.3] as unknown as PageBox))).toEqual(['Ann', '41']);
  });

  it('have a nearest one, on the line of the pointer rather than in its column', () => {
    expect(nearestWord(index, pagePoint(0.6, 0.12))).toBe(0);
    expect(nearestWord(createWordIndex([]), pagePoint(0.6, 0.12))).toBeNull();
  });
});
