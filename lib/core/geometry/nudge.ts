import type { PageBox } from './box';
import { boxHandles, directionOnScreen, moveBox, resizeBox } from './box-handles';
import { type PagePoint, type PageView, pagePoint, screenPoint, toPage } from './viewport';

/** A way across the screen, in CSS pixels, as a way across the page. */
function wayOnPage({ viewport, page }: PageView, dx: number, dy: number): PagePoint {
  const from = toPage(viewport, page, screenPoint(0, 0));
  const to = toPage(viewport, page, screenPoint(dx, dy));
  return pagePoint(to.x - from.x, to.y - from.y);
}

/** The box moved by CSS pixels as it is seen, whichever way the page is turned. */
export const nudgeBox = (view: PageView, box: PageBox, dx: number, dy: number): PageBox => moveBox(box, wayOnPage(view, dx, dy));

/** The box with the edges that are right and below on the screen moved by CSS pixels. */
export function stretchBox(view: PageView, box: PageBox, dx: number, dy: number): PageBox {
  const held = boxHandles.find((handle) => {
    const { x, y } = directionOnScreen(handle, view);
    return x === 1 && y === 1;
  });
  return held ? resizeBox(box, held, wayOnPage(view, dx, dy), view.page) : box;
}
