import type { Random } from '@/lib/core/random';
import type { Font } from './fonts';
import type { Sheet } from './sheet';

/** Bars that look like a barcode, with the serial below. */
export function drawBarcode(sheet: Sheet, random: Random, serial: string, right: number, y: number, font: Font): void {
  const { context } = sheet;
  context.fillStyle = '#111111';
  let x = right - 168;
  while (x < right - 4) {
    const bar = 1 + random.int(3);
    context.fillRect(x, y, bar, 34);
    x += bar + 1 + random.int(3);
  }
  sheet.write({ text: serial, font }, right - 168, y + 52);
}

/** A square of dots with three finder marks. */
export function drawSquareCode(sheet: Sheet, random: Random, right: number, y: number): void {
  const { context } = sheet;
  const [cells, dot] = [21, 3];
  const left = right - cells * dot;
  context.fillStyle = '#111111';
  for (let i = 0; i < cells * cells; i++) {
    if (random.int(2) === 0) context.fillRect(left + (i % cells) * dot, y + Math.floor(i / cells) * dot, dot, dot);
  }
  for (const [cx, cy] of [[0, 0], [cells - 7, 0], [0, cells - 7]] as const) {
    for (const [colour, inset] of [['#111111', 0], ['#ffffff', 1], ['#111111', 2]] as const) {
      context.fillStyle = colour;
      context.fillRect(left + (cx + inset) * dot, y + (cy + inset) * dot, (7 - 2 * inset) * dot, (7 - 2 * inset) * dot);
    }
  }
}
