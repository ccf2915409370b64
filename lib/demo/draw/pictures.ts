import type { Random } from '@/lib/core/random';
import type { Sheet } from './sheet';

const [width, height] = [300, 216];

/** Two pictures side by side: ultrasound fans or views through a scope. Gives the y below. */
export function drawPictures(sheet: Sheet, random: Random, picture: 'fan' | 'scope', y: number): number {
  const left = sheet.width / 2 - width - 14;
  for (const x of [left, left + width + 28]) {
    sheet.context.fillStyle = '#0b0b0d';
    sheet.context.fillRect(x, y, width, height);
    if (picture === 'fan') drawFan(sheet, random, x, y);
    else drawScope(sheet, random, x, y);
  }
  return y + height + 26;
}

function drawFan(sheet: Sheet, random: Random, x: number, y: number): void {
  const image = sheet.context.getImageData(x, y, width, height);
  const [cx, cy] = [width / 2, -34];
  const dark = { x: 90 + random.int(120), y: 80 + random.int(80), r: 12 + random.int(22) };
  for (let py = 0; py < height; py++) {
    for (let px = 0; px < width; px++) {
      const depth = Math.hypot(px - cx, py - cy);
      if (depth < 52 || depth > 238 || Math.abs(px - cx) > (py - cy) * 0.72) continue;
      const layers = 62 + 34 * Math.sin(depth / 9 + Math.sin(px / 31)) * Math.exp(-depth / 150);
      const hole = Math.hypot(px - dark.x, py - dark.y) < dark.r ? 0.22 : 1;
      const grey = Math.max(4, layers * hole * (0.45 + 1.1 * random.next()) * (1.15 - depth / 420));
      image.data.fill(grey, (py * width + px) * 4, (py * width + px) * 4 + 3);
    }
  }
  sheet.context.putImageData(image, x, y);
}

function drawScope(sheet: Sheet, random: Random, x: number, y: number): void {
  const { context } = sheet;
  const [cx, cy, r] = [x + width / 2, y + height / 2, height / 2 - 8];
  context.save();
  context.beginPath();
  context.arc(cx, cy, r, 0, Math.PI * 2);
  context.clip();
  const [dx, dy] = [random.normal() * 14, random.normal() * 14];
  const wall = context.createRadialGradient(cx + dx, cy + dy, 8, cx, cy, r);
  wall.addColorStop(0, '#3a0f10');
  wall.addColorStop(0.35, '#b5524a');
  wall.addColorStop(1, '#e79a86');
  context.fillStyle = wall;
  context.fillRect(x, y, width, height);
  for (let fold = 1; fold < 5; fold++) {
    context.strokeStyle = `rgba(120, 40, 38, ${0.5 - fold * 0.08})`;
    context.lineWidth = 3 + fold;
    context.beginPath();
    context.ellipse(cx + dx, cy + dy, 16 * fold + random.int(8), 12 * fold + random.int(8), random.next() * 3, 0, 6.283);
    context.stroke();
  }
  context.fillStyle = 'rgba(255, 244, 238, 0.75)';
  for (let shine = 0; shine < 5; shine++) {
    context.beginPath();
    context.ellipse(cx + random.normal() * r * 0.4, cy + random.normal() * r * 0.4, 5, 2, random.next() * 3, 0, 6.283);
    context.fill();
  }
  context.restore();
}
