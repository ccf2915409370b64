import type { ScreenPoint } from '../geometry/viewport';
import { isDrag } from './types';

/** Presses this close in time and place count together. */
const togetherMs = 400;

export interface Press {
  readonly atMs: number;
  readonly screen: ScreenPoint;
  readonly clicks: number;
}

/** Which click in a row a press is: 1 for the first, 2 for the second of a double click. */
export function countClicks(last: Press | null, atMs: number, screen: ScreenPoint): Press {
  const isTogether = last !== null && atMs - last.atMs <= togetherMs && !isDrag(last.screen, screen);
  return { atMs, screen, clicks: isTogether ? last.clicks + 1 : 1 };
}
