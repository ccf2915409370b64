import type { Random } from '@/lib/core/random';
import type { PixelBox } from '@/lib/core/geometry/box';
import { cssFont } from './fonts';
import { penInk } from './section';
import type { Sheet } from './sheet';

/** A signature: a scrawl in one stroke, about 130 pixels wide. */
export function drawSignature(sheet: Sheet, random: Random, x: number, baseline: number): void {
  const { context } = sheet;
  context.strokeStyle = random.pick([penInk, '#15151a']);
  context.lineWidth = 1.6;
  context.beginPath();
  context.moveTo(x, baseline);
  let at = x;
  for (let i = 0; i < 7; i++) {
    const step = 12 + random.int(14);
    const rise = (i === 0 ? 34 : 16) * (0.5 + random.next());
    context.bezierCurveTo(at + step * 0.2, baseline - rise * 1.6, at + step * 1.2, baseline - rise, at + step * 0.7, baseline + random.int(9) - 3);
    at += step * 0.9;
  }
  context.quadraticCurveTo(at - 40, baseline + 16, at + 34, baseline - 8);
  context.stroke();
}

/** A freestanding note, slightly turned. */
export function drawScribble(sheet: Sheet, random: Random, text: string, x: number, y: number): void {
  const { context } = sheet;
  context.save();
  context.translate(x, y);
  context.rotate((random.next() - 0.6) * 0.22);
  context.font = cssFont({ face: 'hand', size: 34 });
  context.fillStyle = penInk;
  context.fillText(text, 0, 0);
  context.restore();
}

/** A pen circle around a box. */
export function drawCircle(sheet: Sheet, box: PixelBox): void {
  const { context } = sheet;
  context.strokeStyle = penInk;
  context.lineWidth = 1.8;
  context.beginPath();
  context.ellipse(
    (box[0] + box[2]) / 2,
    (box[1] + box[3]) / 2,
    (box[2] - box[0]) / 2 + 11,
    (box[3] - box[1]) / 2 + 7,
    -0.05,
    0.2,
    6.6,
  );
  context.stroke();
}
