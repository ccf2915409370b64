import type { Random } from '@/lib/core/random';
import type { Marginalia } from '../layouts/marginalia';
import { cssFont } from './fonts';
import type { Sheet } from './sheet';

const radius = 66;

/** A round stamp of the house, turned, pressed unevenly: ink lies over print. */
export function drawStamp(sheet: Sheet, random: Random, stamp: NonNullable<Marginalia['stamp']>, x: number, y: number): void {
  const { context } = sheet;
  context.save();
  context.translate(x, y);
  context.rotate((random.next() - 0.5) * 0.7);
  context.globalCompositeOperation = 'multiply';
  context.globalAlpha = 0.5 + random.next() * 0.25;
  context.strokeStyle = stamp.ink;
  context.fillStyle = stamp.ink;
  context.lineWidth = 3.5;
  context.beginPath();
  context.arc(0, 0, radius, 0, 6.284);
  context.stroke();
  context.lineWidth = 1;
  context.beginPath();
  context.arc(0, 0, radius - 6, 0, 6.284);
  context.stroke();
  context.font = cssFont({ face: 'sans', size: 13, bold: true });
  context.textAlign = 'center';
  const letters = [...stamp.text];
  const sweep = Math.min(4.6, letters.length * 0.2);
  letters.forEach((letter, i) => {
    context.save();
    context.rotate(-sweep / 2 + (sweep * (i + 0.5)) / letters.length);
    context.fillText(letter, 0, -(radius - 21));
    context.restore();
  });
  context.font = cssFont({ face: 'sans', size: 16, bold: true });
  context.fillText(stamp.centre, 0, 6);
  context.font = cssFont({ face: 'sans', size: 15 });
  context.fillText('* * *', 0, 36);
  context.restore();
}
