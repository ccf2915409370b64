import type { PageBox, PixelSize } from './box';
import { type PagePoint, type PageView, type ScreenBox, type ScreenPoint, screenPoint, toScreenBox } from './viewport';
import { turnPlace } from './turns';

/** Which edges of a box a handle holds, in page space: −1 the left or top one, 1 the other, 0 neither. */
export interface BoxHandle {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

const sides = [-1, 0, 1] as const;
export const boxHandles: readonly BoxHandle[] = sides
  .flatMap((y) => sides.map((x) => ({ x, y })))
  .filter(({ x, y }) => x !== 0 || y !== 0);

/** Side of the square around a handle that answers to the pointer, in CSS pixels at any zoom. */
export const handleHitPx = 12;
/** A box smaller than this on the screen has its handles around it, so that they leave room to grab it. */
const leastFramePx = 2 * handleHitPx;
/** How far beside a box's edge it can still be grabbed where nothing else is there, in CSS pixels. */
export const grabPx = 5;

function frameOf(view: PageView, box: PageBox): ScreenBox {
  const [x0, y0, x1, y1] = toScreenBox(view.viewport, view.page, box);
  const airX = Math.max(0, (leastFramePx - (x1 - x0)) / 2);
  const airY = Math.max(0, (leastFramePx - (y1 - y0)) / 2);
  return [x0 - airX, y0 - airY, x1 + airX, y1 + airY];
}

/** The direction of a handle on the screen, with the page turned as it is. */
export function directionOnScreen({ x, y }: BoxHandle, { viewport }: PageView): BoxHandle {
  const place = turnPlace({ x: (x + 1) / 2, y: (y + 1) / 2 }, viewport.turns);
  return { x: (place.x * 2 - 1) as BoxHandle['x'], y: (place.y * 2 - 1) as BoxHandle['y'] };
}

/** Where a handle of the box is on the screen. */
export function handlePoint(view: PageView, box: PageBox, handle: BoxHandle): ScreenPoint {
  const [x0, y0, x1, y1] = frameOf(view, box);
  const { x, y } = directionOnScreen(handle, view);
  return screenPoint((x0 + x1) / 2 + (x * (x1 - x0)) / 2, (y0 + y1) / 2 + (y * (y1 - y0)) / 2);
}

/** The handle of the box under a point of the screen, the nearest one; null for none. */
export function handleAt(view: PageView, box: PageBox, point: ScreenPoint): BoxHandle | null {
  let found: BoxHandle | null = null;
  let least = handleHitPx / 2;
  for (const handle of boxHandles) {
    const at = handlePoint(view, box, handle);
    const distance = Math.max(Math.abs(at.x - point.x), Math.abs(at.y - point.y));
    if (distance <= least) {
      found = handle;
      least = distance;
    }
  }
  return found;
}

/** Whether the point is in the box or at most so many CSS pixels beside its edge. */
export function isAtBox(view: PageView, box: PageBox, point: ScreenPoint, edgePx: number): boolean {
  const [x0, y0, x1, y1] = toScreenBox(view.viewport, view.page, box);
  return point.x >= x0 - edgePx && point.x <= x1 + edgePx && point.y >= y0 - edgePx && point.y <= y1 + edgePx;
}

const shiftWithin = (from: number, to: number, by: number): number => Math.min(1 - to, Math.max(-from, by));

/** The box moved by parts of the page; it stays on the page and as large as it is. */
export function moveBox(box: PageBox, by: PagePoint): PageBox {
  const dx = shiftWithin(box[0], box[2], by.x);
  const dy = shiftWithin(box[1], box[3], by.y);
  // Adding and taking away may leave the page by the last bit of a number.
  return [box[0] + dx, box[1] + dy, Math.min(1, box[2] + dx), Math.min(1, box[3] + dy)].map((value) => Math.max(0, value)) as unknown as PageBox;
}

/** Pixels of the page image below which no side of a box gets. */
const leastSidePx = 2;

function stretch(from: number, to: number, side: -1 | 0 | 1, by: number, least: number): readonly [number, number] {
  if (side === 0) return [from, to];
  const held = side === -1 ? to : from;
  const pulled = Math.min(1, Math.max(0, (side === -1 ? from : to) + by));
  if (Math.abs(pulled - held) >= least) return pulled < held ? [pulled, held] : [held, pulled];
  return held + least > 1 || (side === -1 && held - least >= 0) ? [held - least, held] : [held, held + least];
}

/** The box with the handle's edges moved by parts of the page; pulled over the other edge it turns over. */
export function resizeBox(box: PageBox, { x, y }: BoxHandle, by: PagePoint, page: PixelSize): PageBox {
  const [x0, x1] = stretch(box[0], box[2], x, by.x, Math.min(1, leastSidePx / page.width));
  const [y0, y1] = stretch(box[1], box[3], y, by.y, Math.min(1, leastSidePx / page.height));
  return [x0, y0, x1, y1] as PageBox;
}
