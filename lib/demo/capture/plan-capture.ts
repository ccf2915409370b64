import type { Random } from '@/lib/core/random';
import { between, chance, pickWeighted } from '../content/chance';

export const captureLevels = ['digital', 'mild', 'medium', 'hard'] as const;
export type CaptureLevel = (typeof captureLevels)[number];

/** How a sheet became an image. Lengths in pixels of the sheet. */
export interface CapturePlan {
  readonly level: CaptureLevel;
  readonly tiltDegrees: number;
  /** How far each corner is off, as a share of the width, clockwise from top left. */
  readonly corners: readonly (readonly [dx: number, dy: number])[];
  /** Background seen around the sheet. */
  readonly border: number;
  readonly desk: 'scanner' | 'wood' | 'cloth' | 'steel';
  /** Fall of light over the page: relative change left to right and top to bottom. */
  readonly light: readonly [across: number, down: number];
  /** A soft edge of shadow: direction, where it starts (0–1), how deep (0–1). */
  readonly shadow: { readonly angle: number; readonly at: number; readonly depth: number } | null;
  readonly crease: { readonly upright: boolean; readonly at: number; readonly depth: number } | null;
  /** Standard deviations: of the blur in pixels, of the noise in grey levels. */
  readonly blur: number;
  readonly noise: number;
  /** Tint of the light: red, green, blue. */
  readonly tint: readonly [number, number, number];
  readonly grey: boolean;
  readonly jpegQuality: number;
}

const levels: readonly { readonly level: CaptureLevel; readonly weight: number }[] = [
  { level: 'digital', weight: 18 },
  { level: 'mild', weight: 50 },
  { level: 'medium', weight: 24 },
  { level: 'hard', weight: 6 },
];

const digital: CapturePlan = {
  level: 'digital', tiltDegrees: 0, corners: [], border: 0, desk: 'scanner', light: [0, 0], shadow: null, crease: null,
  blur: 0, noise: 0, tint: [1, 1, 1], grey: false, jpegQuality: 90,
};

/** Most captures are good, a few are hard: severity is drawn first. */
export function planCapture(random: Random): CapturePlan {
  const { level } = pickWeighted(random, levels);
  if (level === 'digital') return digital;
  if (level === 'mild') {
    return {
      ...digital,
      level,
      tiltDegrees: random.normal() * 0.25,
      border: random.int(10),
      light: [random.normal() * 0.015, random.normal() * 0.015],
      crease: chance(random, 0.12) ? drawCrease(random, 0.05) : null,
      noise: between(random, 1, 4),
      blur: chance(random, 0.3) ? 0.4 : 0,
      grey: chance(random, 0.25),
      jpegQuality: 78 + random.int(14),
    };
  }
  const hard = level === 'hard';
  const reach = hard ? 0.022 : 0.009;
  const warmth = random.normal() * (hard ? 0.045 : 0.025);
  const tilt = hard ? between(random, 1.2, 3) : between(random, 0.2, 1.4);
  return {
    level,
    tiltDegrees: chance(random, 0.5) ? tilt : -tilt,
    corners: [0, 1, 2, 3].map(() => [between(random, -reach, reach), between(random, -reach, reach)] as const),
    border: hard ? 34 + random.int(26) : 14 + random.int(26),
    desk: random.pick(['wood', 'cloth', 'steel', 'wood']),
    light: [random.normal() * 0.07, random.normal() * 0.07],
    shadow: chance(random, hard ? 0.8 : 0.4)
      ? { angle: random.next() * 6.28, at: between(random, 0.4, 0.8), depth: between(random, 0.12, hard ? 0.36 : 0.22) }
      : null,
    crease: chance(random, hard ? 0.7 : 0.35) ? drawCrease(random, hard ? 0.2 : 0.12) : null,
    noise: hard ? between(random, 5, 10) : between(random, 3, 6),
    blur: hard ? between(random, 0.5, 0.85) : between(random, 0.3, 0.55),
    tint: [0.985 + warmth, 0.98, 0.975 - warmth],
    grey: false,
    jpegQuality: hard ? 55 + random.int(20) : 68 + random.int(18),
  };
}

const drawCrease = (random: Random, depth: number): NonNullable<CapturePlan['crease']> => ({
  upright: chance(random, 0.35),
  at: random.pick([0.33, 0.5, 0.5, 0.66]) + random.normal() * 0.015,
  depth: depth * between(random, 0.6, 1.2),
});
