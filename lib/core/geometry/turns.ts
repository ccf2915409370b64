import type { PixelSize } from './box';

/** How often a page is turned by 90° clockwise in view; what is stored never turns. */
export type QuarterTurns = 0 | 1 | 2 | 3;

interface Place {
  readonly x: number;
  readonly y: number;
}

const normalised = [0, 1, 2, 3] as const;

/** `turns` and `by` more, back to 0 after a full turn; `by` may be negative. */
export const turnFurther = (turns: QuarterTurns, by: number): QuarterTurns => normalised[(((turns + by) % 4) + 4) % 4] ?? 0;

/** Width and height as they lie after turning. */
export const turnSize = ({ width, height }: PixelSize, turns: QuarterTurns): PixelSize =>
  turns % 2 === 0 ? { width, height } : { width: height, height: width };

/** A place of the page (0–1) → the same place of the turned page (0–1). */
export function turnPlace({ x, y }: Place, turns: QuarterTurns): Place {
  if (turns === 1) return { x: 1 - y, y: x };
  if (turns === 2) return { x: 1 - x, y: 1 - y };
  return turns === 3 ? { x: y, y: 1 - x } : { x, y };
}

/** The way back from `turnPlace`. */
export const turnPlaceBack = (place: Place, turns: QuarterTurns): Place => turnPlace(place, turnFurther(0, -turns));
