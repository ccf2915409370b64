import type { PixelSize } from './box';

/** Longest sides, in pixels, that a page is also kept in; "full" is the page as it came. */
export const pictureSides = [1000, 2000] as const;
export type PictureSize = (typeof pictureSides)[number] | 'full';

/** A picture may be drawn this much larger than it is before a sharper one is worth its way. */
const tolerance = 1.15;

const longestSide = (page: PixelSize): number => Math.max(page.width, page.height);

/** The smallest picture of a page that is sharp at `scale` on a screen of `pixelRatio` pixels to one of CSS. */
export function pictureSizeFor(page: PixelSize, scale: number, pixelRatio: number): PictureSize {
  const wanted = longestSide(page) * scale * pixelRatio;
  const side = pictureSides.find((pixels) => pixels * tolerance >= wanted);
  return side === undefined || side >= longestSide(page) ? 'full' : side;
}
