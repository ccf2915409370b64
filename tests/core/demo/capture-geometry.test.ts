import { describe, expect, it } from 'vitest';
import { joinWordBoxes } from '@/lib/demo/capture/join-word-boxes';
import { homographyBetween, project } from '@/lib/demo/capture/homography';
import type { Quad } from '@/lib/demo/capture/homography';

const sheet: Quad = [[0, 0], [900, 0], [900, 1200], [0, 1200]];
const seen: Quad = [[30, 12], [880, 40], [905, 1190], [5, 1210]];

describe('a homography', () => {
  it('takes the corners of the sheet to the corners in the image', () => {
    const outward = homographyBetween(sheet, seen);
    sheet.forEach((corner, i) => {
      const [x, y] = project(outward, corner);
      expect(x).toBeCloseTo(seen[i]?.[0] ?? NaN, 6);
      expect(y).toBeCloseTo(seen[i]?.[1] ?? NaN, 6);
    });
  });

  it('is undone by the one the other way', () => {
    const there = homographyBetween(sheet, seen);
    const back = homographyBetween(seen, sheet);
    const [x, y] = project(back, project(there, [417, 733]));
    expect(x).toBeCloseTo(417, 6);
    expect(y).toBeCloseTo(733, 6);
  });

  it('refuses a quad with three corners on one line', () => {
    expect(() => homographyBetween([[0, 0], [1, 0], [2, 0], [3, 0]], sheet)).toThrow(RangeError);
  });
});

describe('the boxes of a line of words', () => {
  it('become one where the line is level', () => {
    expect(joinWordBoxes([[0, 10, 40, 30], [48, 14, 90, 30], [98, 10, 140, 34]])).toEqual([[0, 10, 140, 34]]);
  });

  it('stay apart where the line climbs', () => {
    const climbing = [[0, 40, 40, 60], [48, 36, 90, 56], [98, 20, 140, 40]] as const;
    expect(joinWordBoxes(climbing)).toEqual([[0, 36, 90, 60], [98, 20, 140, 40]]);
  });
});
