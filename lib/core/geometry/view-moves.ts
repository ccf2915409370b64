import type { PageBox, PixelSize } from './box';
import { type QuarterTurns, turnFurther, turnSize } from './turns';
import { type ScreenBox, type ScreenPoint, type Viewport, screenPoint, toPage, toScreen, toScreenBox } from './viewport';

export const minScale = 0.05;
export const maxScale = 8;

const clampScale = (scale: number): number => Math.min(maxScale, Math.max(minScale, scale));

export const panBy = (viewport: Viewport, dx: number, dy: number): Viewport => ({
  ...viewport,
  x: viewport.x + dx,
  y: viewport.y + dy,
});

/** Zooms so that what lies under `at` stays there. */
export function zoomAt(viewport: Viewport, at: ScreenPoint, factor: number): Viewport {
  const scale = clampScale(viewport.scale * factor);
  const ratio = scale / viewport.scale;
  return { ...viewport, scale, x: at.x - (at.x - viewport.x) * ratio, y: at.y - (at.y - viewport.y) * ratio };
}

/** The whole page, centred, with `marginPx` around it. */
export function fitPage(page: PixelSize, canvas: PixelSize, turns: QuarterTurns = 0, marginPx = 16): Viewport {
  const sheet = turnSize(page, turns);
  const room = { width: Math.max(1, canvas.width - 2 * marginPx), height: Math.max(1, canvas.height - 2 * marginPx) };
  const scale = clampScale(Math.min(room.width / sheet.width, room.height / sheet.height));
  return { scale, turns, x: (canvas.width - sheet.width * scale) / 2, y: (canvas.height - sheet.height * scale) / 2 };
}

/** Turns the page by quarters, clockwise; what lies in the middle of the canvas stays there. */
export function turnView(viewport: Viewport, page: PixelSize, canvas: PixelSize, by: number): Viewport {
  const middle = screenPoint(canvas.width / 2, canvas.height / 2);
  const kept = toPage(viewport, page, middle);
  const turned = { ...viewport, turns: turnFurther(viewport.turns, by) };
  const moved = toScreen(turned, page, kept);
  return panBy(turned, middle.x - moved.x, middle.y - moved.y);
}

const shiftInto = (from: number, to: number, room: number, margin: number): number => {
  if (to - from > room - 2 * margin) return margin - from;
  if (from < margin) return margin - from;
  if (to > room - margin) return room - margin - to;
  return 0;
};

const isInside = ([x0, y0, x1, y1]: ScreenBox, canvas: PixelSize): boolean =>
  x0 >= 0 && y0 >= 0 && x1 <= canvas.width && y1 <= canvas.height;

/** The smallest pan that brings the box into view with some air; none where all of it is in view. */
export function reveal(viewport: Viewport, page: PixelSize, canvas: PixelSize, box: PageBox, marginPx = 48): Viewport {
  const place = toScreenBox(viewport, page, box);
  if (isInside(place, canvas)) return viewport;
  const [x0, y0, x1, y1] = place;
  const margin = Math.min(marginPx, canvas.width / 4, canvas.height / 4);
  return panBy(viewport, shiftInto(x0, x1, canvas.width, margin), shiftInto(y0, y1, canvas.height, margin));
}

/** Pans back so that the page is never lost: at least `keepPx` of it stay in the canvas. */
export function keepInReach(viewport: Viewport, page: PixelSize, canvas: PixelSize, keepPx = 64): Viewport {
  const [x0, y0, x1, y1] = toScreenBox(viewport, page, [0, 0, 1, 1] as PageBox);
  const back = (from: number, to: number, room: number): number => {
    const keep = Math.min(keepPx, to - from, room);
    if (to < keep) return keep - to;
    return from > room - keep ? room - keep - from : 0;
  };
  return panBy(viewport, back(x0, x1, canvas.width), back(y0, y1, canvas.height));
}

const distance = (a: ScreenPoint, b: ScreenPoint): number => Math.hypot(a.x - b.x, a.y - b.y);
const between = (a: ScreenPoint, b: ScreenPoint): ScreenPoint => screenPoint((a.x + b.x) / 2, (a.y + b.y) / 2);
type Fingers = readonly [ScreenPoint, ScreenPoint];

/** Two fingers on the page move from one place to another: it follows, and grows with their distance. */
export function pinch(viewport: Viewport, from: Fingers, to: Fingers): Viewport {
  const start = between(...from);
  const end = between(...to);
  const factor = distance(...from) > 0 ? distance(...to) / distance(...from) : 1;
  return zoomAt(panBy(viewport, end.x - start.x, end.y - start.y), end, factor);
}
