import type { PixelBox } from '@/lib/core/geometry/box';

/** How much taller than its tallest word a joined box may be. */
const slack = 1.3;

/**
 * The boxes of the words of one line, joined from left to right: one box where
 * the line is level, several where it climbs, so that no box reaches into the
 * lines above and below.
 */
export function joinWordBoxes(words: readonly PixelBox[]): readonly PixelBox[] {
  const tallest = Math.max(...words.map((box) => box[3] - box[1]));
  const joined: PixelBox[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const both = last && around(last, word);
    if (both && both[3] - both[1] <= tallest * slack) joined[joined.length - 1] = both;
    else joined.push(word);
  }
  return joined;
}

const around = (a: PixelBox, b: PixelBox): PixelBox => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];
