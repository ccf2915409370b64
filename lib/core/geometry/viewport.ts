import type { PageBox, PixelSize } from './box';

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

/** CSS pixels for one pixel of the page image, and where its top left corner lies. */
export interface Viewport {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const minScale = 0.05;
export const maxScale = 8;

const clampScale = (scale: number): number => Math.min(maxScale, Math.max(minScale, scale));

export const pagePoint = (x: number, y: number): PagePoint => ({ x, y });
export const screenPoint = (x: number, y: number): ScreenPoint => ({ x, y });

export function toScreen(viewport: Viewport, page: PixelSize, point: PagePoint): ScreenPoint {
  return screenPoint(viewport.x + point.x * page.width * viewport.scale, viewport.y + point.y * page.height * viewport.scale);
}

export function toPage(viewport: Viewport, page: PixelSize, point: ScreenPoint): PagePoint {
  return pagePoint(
    (point.x - viewport.x) / (page.width * viewport.scale),
    (point.y - viewport.y) / (page.height * viewport.scale),
  );
}

export function toScreenBox(viewport: Viewport, page: PixelSize, box: PageBox): ScreenBox {
  const from = toScreen(viewport, page, pagePoint(box[0], box[1]));
  const to = toScreen(viewport, page, pagePoint(box[2], box[3]));
  return [from.x, from.y, to.x, to.y];
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

export const panBy = (viewport: Viewport, dx: number, dy: number): Viewport => ({
  ...viewport,
  x: viewport.x + dx,
  y: viewport.y + dy,
});

/** Zooms so that what lies under `at` stays there. */
export function zoomAt(viewport: Viewport, at: ScreenPoint, factor: number): Viewport {
  const scale = clampScale(viewport.scale * factor);
  const ratio = scale / viewport.scale;
  return { scale, x: at.x - (at.x - viewport.x) * ratio, y: at.y - (at.y - viewport.y) * ratio };
}

/** The whole page, centred, with `marginPx` around it. */
export function fitPage(page: PixelSize, canvas: PixelSize, marginPx = 16): Viewport {
  const room = { width: Math.max(1, canvas.width - 2 * marginPx), height: Math.max(1, canvas.height - 2 * marginPx) };
  const scale = clampScale(Math.min(room.width / page.width, room.height / page.height));
  return { scale, x: (canvas.width - page.width * scale) / 2, y: (canvas.height - page.height * scale) / 2 };
}

const shiftInto = (from: number, to: number, room: number, margin: number): number => {
  if (to - from > room - 2 * margin) return margin - from;
  if (from < margin) return margin - from;
  if (to > room - margin) return room - margin - to;
  return 0;
};

/** The smallest pan that brings the box into view; none where it is in view. */
export function reveal(viewport: Viewport, page: PixelSize, canvas: PixelSize, box: PageBox, marginPx = 48): Viewport {
  const [x0, y0, x1, y1] = toScreenBox(viewport, page, box);
  const margin = Math.min(marginPx, canvas.width / 4, canvas.height / 4);
  return panBy(viewport, shiftInto(x0, x1, canvas.width, margin), shiftInto(y0, y1, canvas.height, margin));
}
