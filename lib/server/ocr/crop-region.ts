import sharp from 'sharp';
import { type PageBox, type PixelBox, type PixelSize, toPageBox, toPixelBox } from '@/lib/core/geometry/box';
import type { Word } from '@/lib/core/geometry/word';

/** Pixels of the page taken in around the box: people draw tightly. */
const paddingPx = 4;
/** White around the crop, in pixels of the crop: the engine needs air at the edge. */
const marginPx = 16;
/** A crop flatter or narrower than this is scaled up: letters of 8 pixels are hardly read, of 30 well. */
const comfortablePx = 96;
const mostEnlarged = 4;
/** A crop with more pixels than this is scaled down: more adds time, not letters. */
const longestSidePx = 2_400;

export interface RegionCrop {
  /** PNG for the engine. */
  readonly image: Uint8Array;
  /** A word read in the crop, with its box in page space. */
  readonly toPage: (word: Word) => Word;
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));

/** Cuts a box out of a page image, with a little around it, at a size that OCR reads well. */
export async function cropRegion(page: Uint8Array, size: PixelSize, box: PageBox): Promise<RegionCrop> {
  const [x0, y0, x1, y1] = toPixelBox(box, size);
  const left = Math.floor(clamp(x0 - paddingPx, size.width - 1));
  const top = Math.floor(clamp(y0 - paddingPx, size.height - 1));
  const width = Math.max(1, Math.ceil(clamp(x1 + paddingPx, size.width)) - left);
  const height = Math.max(1, Math.ceil(clamp(y1 + paddingPx, size.height)) - top);
  const enlarged = Math.min(mostEnlarged, Math.max(1, comfortablePx / Math.min(width, height)));
  const scale = Math.min(enlarged, longestSidePx / Math.max(width, height));
  const inner = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const image = await sharp(page, { limitInputPixels: false })
    .flatten({ background: '#ffffff' })
    .extract({ left, top, width, height })
    .resize({ ...inner, fit: 'fill', kernel: 'cubic' })
    .extend({ top: marginPx, bottom: marginPx, left: marginPx, right: marginPx, background: '#ffffff' })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const outer = { width: inner.width + 2 * marginPx, height: inner.height + 2 * marginPx };
  const toPage = (word: Word): Word => {
    const [a, b, c, d] = toPixelBox(word.box, outer);
    const place = [a, c].map((x) => left + ((x - marginPx) * width) / inner.width);
    const rows = [b, d].map((y) => top + ((y - marginPx) * height) / inner.height);
    return { ...word, box: toPageBox([place[0], rows[0], place[1], rows[1]] as unknown as PixelBox, size) };
  };
  return { image, toPage };
}
