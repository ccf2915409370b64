import type { CapturePlan } from './plan-capture';

/** Width of a fold's shading, as a share of the page. */
const foldWidth = 0.006;

/** How bright the page is at (u, v), both 0–1; 1 is as printed. */
export function brightnessAt(plan: CapturePlan, u: number, v: number): number {
  let brightness = 1 + plan.light[0] * (u - 0.5) + plan.light[1] * (v - 0.5);
  const { shadow, crease } = plan;
  if (shadow) {
    const across = (u - 0.5) * Math.cos(shadow.angle) + (v - 0.5) * Math.sin(shadow.angle) + 0.5;
    const t = Math.min(1, Math.max(0, (across - shadow.at) / 0.16));
    brightness *= 1 - shadow.depth * t * t * (3 - 2 * t);
  }
  if (crease) {
    const distance = ((crease.upright ? u : v) - crease.at) / foldWidth;
    if (Math.abs(distance) < 5) {
      // A fold is dark on one side and light on the other.
      brightness *= 1 - crease.depth * Math.exp(-distance * distance) + crease.depth * 0.3 * Math.exp(-((distance - 2) ** 2));
    }
  }
  return brightness;
}

export type Colour = readonly [red: number, green: number, blue: number];

/** What lies around the sheet, at a pixel of the image. */
export function deskAt(desk: CapturePlan['desk'], x: number, y: number): Colour {
  switch (desk) {
    case 'scanner':
      return [236, 236, 234];
    case 'wood': {
      const grain = 14 * Math.sin(y / 7 + 2.4 * Math.sin(x / 140)) + 7 * Math.sin(y / 2.3 + x / 90);
      return [138 + grain, 97 + grain * 0.8, 62 + grain * 0.6];
    }
    case 'cloth': {
      const weave = ((x >> 1) + (y >> 1)) % 2 === 0 ? 9 : -6;
      return [74 + weave, 92 + weave, 108 + weave];
    }
    case 'steel': {
      const brush = 9 * Math.sin(x * 12.9898 + Math.floor(y / 3) * 0.1);
      return [152 + brush, 156 + brush, 160 + brush];
    }
  }
}
