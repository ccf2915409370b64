import type { PageBox } from '../geometry/box';

/** Two boxes stand on one line when they share this much of the lower one's height. */
const sharedHeight = 0.5;

interface Line {
  top: number;
  bottom: number;
  readonly members: number[];
}

/**
 * Which text line each box stands on, top to bottom, for text that came without
 * line numbers. A box joins the line that it shares the most height with.
 * @returns one number per box, from 0, in the order of the boxes.
 */
export function numberLines(boxes: readonly PageBox[]): number[] {
  const order = boxes.map((_, index) => index).sort((a, b) => middle(boxes[a]) - middle(boxes[b]));
  const lines: Line[] = [];
  for (const index of order) {
    const box = boxes[index];
    if (!box) continue;
    const line = lines.slice(-4).findLast((candidate) => overlap(candidate, box) >= sharedHeight);
    if (line) {
      // The mean, not the union: one tall box must not swallow the lines around it.
      const count = line.members.push(index);
      line.top += (box[1] - line.top) / count;
      line.bottom += (box[3] - line.bottom) / count;
    } else lines.push({ top: box[1], bottom: box[3], members: [index] });
  }
  const numbers = boxes.map(() => 0);
  lines.sort((a, b) => a.top + a.bottom - b.top - b.bottom);
  lines.forEach(({ members }, line) => members.forEach((index) => (numbers[index] = line)));
  return numbers;
}

const middle = (box: PageBox | undefined): number => (box ? (box[1] + box[3]) / 2 : 0);

function overlap(line: Line, box: PageBox): number {
  const shared = Math.min(line.bottom, box[3]) - Math.max(line.top, box[1]);
  const lower = Math.min(line.bottom - line.top, box[3] - box[1]);
  return lower > 0 ? shared / lower : 0;
}
