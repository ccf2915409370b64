import type { PixelSize } from '@/lib/core/geometry/box';

/** Four bytes a pixel, row by row. */
export interface RgbaPage extends PixelSize {
  readonly pixels: Uint8Array;
}
