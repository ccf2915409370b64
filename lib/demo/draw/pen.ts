import type { Random } from '@/lib/core/random';
import type { PixelBox } from '@/lib/core/geometry/box';
import { cssFont } from './fonts';
import { penInk } from './section';
import type { Sheet } from './sheet';

/** A signature: a capital with a loop, a running line that flattens out, a flourish. */
export function drawSignature(sheet: Sheet, random: Random, x: number, baseline: number): void {
  const { context } = sheet;
  const slant = 0.15 + random.next() * 0.5;
  const size = 22 + random.int(18);
  context.save();
  context.translate(x, baseline);
  context.transform(1, (random.next() - 0.7) * 0.16, -slant, 1, 0, 0);
  context.strokeStyle = random.pick([penInk, penInk, '#15151a']);
  context.lineWidth = 1.3 + random.next() * 0.9;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(-6, -size * (0.4 + random.next() * 0.5));
  context.bezierCurveTo(size * 0.2, -size * 1.8, size * (0.4 + random.next()), -size * 0.6, size * 0.1, size * 0.2);
  context.bezierCurveTo(-size * 0.5, size * 0.3, size * random.next(), -size * (0.6 + random.next()), size * 0.9, -size * 0.3);
  let at = size * 0.9;
  const waves = 3 + random.int(6);
  for (let i = 0; i < waves; i++) {
    const [step, rise] = [7 + random.int(13), size * (0.55 - (0.4 * i) / waves) * (0.3 + random.next())];
    const tall = random.int(5) === 0 ? 2.2 : 1;
    context.bezierCurveTo(at + step * 0.1, -rise * tall, at + step * 0.7, -rise * tall, at + step * 0.6, 0);
    context.bezierCurveTo(at + step * 0.55, random.int(5), at + step * 0.8, random.int(6) - 2, at + step, -rise * 0.3);
    at += step;
  }
  context.quadraticCurveTo(at + 20, -size * random.next(), at + 26 + random.int(30), random.int(14) - 10);
  if (random.int(3) === 0) {
    context.moveTo(-8, 12 + random.int(5));
    context.quadraticCurveTo(at * 0.6, 2, at + 24, 8 - random.int(12));
  }
  context.stroke();
  context.restore();
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
