/**
 * Boxes carry their coordinate space in the type. What is stored is always
 * page-normalised (invariant 7); this module is the only one that converts.
 */
declare const space: unique symbol;
type InSpace<S extends string> = { readonly [space]?: S };

/** `[x0, y0, x1, y1]`, 0–1 of the page's width and height, origin top left. */
export type PageBox = readonly [x0: number, y0: number, x1: number, y1: number] & InSpace<'page'>;
/** `[x0, y0, x1, y1]` in pixels of the page image, origin top left. */
export type PixelBox = readonly [x0: number, y0: number, x1: number, y1: number] & InSpace<'pixel'>;

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

const clampUnit = (value: number): number => Math.min(1, Math.max(0, value));

/** Pixels of the page image → page space, clamped to the page. */
export function toPageBox(box: PixelBox, size: PixelSize): PageBox {
  return [
    clampUnit(box[0] / size.width),
    clampUnit(box[1] / size.height),
    clampUnit(box[2] / size.width),
    clampUnit(box[3] / size.height),
  ] as PageBox;
}

/** Page space → pixels of an image of the given size. */
export function toPixelBox(box: PageBox, size: PixelSize): PixelBox {
  return [
    box[0] * size.width,
    box[1] * size.height,
    box[2] * size.width,
    box[3] * size.height,
  ] as PixelBox;
}

/** The smallest box around all of them; null for none. */
export function unionBox(boxes: readonly PageBox[]): PageBox | null {
  const [first, ...rest] = boxes;
  if (!first) return null;
  return rest.reduce<PageBox>(
    (u, b) =>
      [Math.min(u[0], b[0]), Math.min(u[1], b[1]), Math.max(u[2], b[2]), Math.max(u[3], b[3])] as PageBox,
    first,
  );
}

/** Area of the overlap of two boxes of one space; 0 where they do not meet. */
export function overlapArea(a: PageBox, b: PageBox): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return width > 0 && height > 0 ? width * height : 0;
}
