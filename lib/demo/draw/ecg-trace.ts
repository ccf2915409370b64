import type { Random } from '@/lib/core/random';
import { margin } from './letterhead';
import type { Sheet } from './sheet';

const height = 190;
const cell = 10;

/** Height of the curve at phase 0–1 of a beat, in cells: P, QRS and T as bumps. */
const beat = (phase: number): number =>
  0.9 * bump(phase, 0.18, 0.03) -
  0.8 * bump(phase, 0.335, 0.009) +
  5 * bump(phase, 0.36, 0.01) -
  1.3 * bump(phase, 0.385, 0.011) +
  1.4 * bump(phase, 0.62, 0.05);

const bump = (at: number, centre: number, width: number): number =>
  Math.exp(-(((at - centre) / width) ** 2) / 2);

/** Two leads on millimetre paper. `y` is the top; gives the y below. */
export function drawEcgTrace(sheet: Sheet, random: Random, y: number): number {
  const { context } = sheet;
  const width = sheet.width - 2 * margin;
  for (let i = 0; i * cell <= width; i++) {
    context.fillStyle = i % 5 === 0 ? '#efb3b3' : '#f8dcdc';
    context.fillRect(margin + i * cell, y, 1, height);
  }
  for (let i = 0; i * cell <= height; i++) {
    context.fillStyle = i % 5 === 0 ? '#efb3b3' : '#f8dcdc';
    context.fillRect(margin, y + i * cell, width, 1);
  }
  const period = 110 + random.int(70);
  context.strokeStyle = '#202024';
  context.lineWidth = 1.4;
  for (const [lead, size] of [[0, 1], [1, 0.6 + random.next() * 0.3]] as const) {
    const middle = y + 60 + lead * 90;
    context.beginPath();
    for (let x = 0; x <= width; x += 1.5) {
      const phase = ((x + lead * 13) % period) / period;
      context.lineTo(margin + x, middle - beat(phase) * cell * size + random.normal() * 0.35);
    }
    context.stroke();
  }
  return y + height + 22;
}
