import type { PageBox, PixelSize } from './box';
import { type QuarterTurns, turnPlace, turnPlaceBack, turnSize } from './turns';

declare const space: unique symbol;
interface Point {
  readonly x: number;
  readonly y: number;
}

/** A place on the page, 0–1 of its width and height; may lie outside of it. */
export type PagePoint = Point & { readonly [space]?: 'page' };
/** A place in the canvas, in CSS pixels from its top left. */
export type ScreenPoint = Point & { readonly [space]?: 'screen' };
/** `[x0, y0, x1, y1]` in CSS pixels of the canvas. */
export type ScreenBox = readonly [number, number, number, number] & { readonly [space]?: 'screen' };

/**
 * CSS pixels for one pixel of the page image, how the page is turned, and where
 * the top left corner of the page lies as it is turned.
 */
export interface Viewport {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  readonly turns: QuarterTurns;
}

/** A page as it is seen: all that turns page space into pixels of the screen. */
export interface PageView {
  readonly viewport: Viewport;
  readonly page: PixelSize;
}

export const pagePoint = (x: number, y: number): PagePoint => ({ x, y });
export const screenPoint = (x: number, y: number): ScreenPoint => ({ x, y });

export function toScreen({ scale, x, y, turns }: Viewport, page: PixelSize, point: PagePoint): ScreenPoint {
  const sheet = turnSize(page, turns);
  const place = turnPlace(point, turns);
  return screenPoint(x + place.x * sheet.width * scale, y + place.y * sheet.height * scale);
}

export function toPage({ scale, x, y, turns }: Viewport, page: PixelSize, point: ScreenPoint): PagePoint {
  const sheet = turnSize(page, turns);
  const place = { x: (point.x - x) / (sheet.width * scale), y: (point.y - y) / (sheet.height * scale) };
  return turnPlaceBack(place, turns);
}

/** The box as it lies on the screen, corners in order whichever way the page is turned. */
export function toScreenBox(viewport: Viewport, page: PixelSize, box: PageBox): ScreenBox {
  const a = toScreen(viewport, page, pagePoint(box[0], box[1]));
  const b = toScreen(viewport, page, pagePoint(box[2], box[3]));
  return [Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y)];
}

/** The box between two corners in any order, cut to the page. */
export function boxBetween(a: PagePoint, b: PagePoint): PageBox {
  const clamp = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    clamp(Math.min(a.x, b.x)),
    clamp(Math.min(a.y, b.y)),
    clamp(Math.max(a.x, b.x)),
    clamp(Math.max(a.y, b.y)),
  ] as PageBox;
}
