import type Konva from 'konva';
import { toPixelBox, type PageBox, type PixelSize } from '@/lib/core/geometry/box';

/** Air between a box and the letters in it, in CSS pixels. */
const airPx = 2;
const cornerPx = 2;

export interface BoxForm {
  readonly stroke?: string;
  readonly fill?: string;
  readonly widthPx?: number;
  readonly isDashed?: boolean;
}

/** One rectangle in pixels of the page; lines are as wide and dashes as long at any zoom. `pixel` is one of CSS. */
export function drawBox(context: Konva.Context, box: PageBox, page: PixelSize, pixel: number, form: BoxForm): void {
  const [x0, y0, x1, y1] = toPixelBox(box, page);
  const air = airPx * pixel;
  context.beginPath();
  context.roundRect(x0 - air, y0 - air, x1 - x0 + 2 * air, y1 - y0 + 2 * air, cornerPx * pixel);
  if (form.fill) {
    context.setAttr('fillStyle', form.fill);
    context.fill();
  }
  if (!form.stroke) return;
  context.setAttr('strokeStyle', form.stroke);
  context.setAttr('lineWidth', (form.widthPx ?? 1) * pixel);
  context.setLineDash(form.isDashed ? [4 * pixel, 3 * pixel] : []);
  context.stroke();
}

/** One CSS pixel in pixels of the page, for a shape that is about to be drawn. */
export const pixelOf = (shape: Konva.Shape): number => 1 / shape.getAbsoluteScale().x;
