import type { SKRSContext2D } from '@napi-rs/canvas';
import { hashToSeed } from '@/lib/core/random';

/** A small emblem; its shape follows from the house's id. `radius` in pixels. */
export function drawLogo(
  context: SKRSContext2D,
  id: string,
  colour: string,
  x: number,
  y: number,
  radius: number,
): void {
  context.save();
  context.translate(x, y);
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = radius / 7;
  const shape = Math.abs(hashToSeed(id)) % 3;
  context.beginPath();
  context.arc(0, 0, radius, 0, Math.PI * 2);
  context.stroke();
  const arm = radius * 0.26;
  const reach = radius * 0.66;
  if (shape === 0) {
    context.fillRect(-arm, -reach, arm * 2, reach * 2);
    context.fillRect(-reach, -arm, reach * 2, arm * 2);
  } else if (shape === 1) {
    context.beginPath();
    context.moveTo(0, reach);
    context.bezierCurveTo(-reach * 1.6, -reach * 0.1, -reach * 0.5, -reach * 1.2, 0, -reach * 0.3);
    context.bezierCurveTo(reach * 0.5, -reach * 1.2, reach * 1.6, -reach * 0.1, 0, reach);
    context.fill();
  } else {
    context.beginPath();
    for (const [px, py] of [[-0.8, 0.1], [-0.35, 0.1], [-0.12, -0.6], [0.15, 0.6], [0.38, 0.1], [0.8, 0.1]] as const) {
      context.lineTo(px * radius, py * radius);
    }
    context.stroke();
  }
  context.restore();
}
