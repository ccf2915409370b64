import type { PixelSize } from '@/lib/core/geometry/box';
import type { Random } from '@/lib/core/random';
import type { Homography } from './homography';
import { brightnessAt, deskAt } from './light';
import type { CapturePlan } from './plan-capture';
import type { RgbaPage } from './rgba-page';

/** Draws from one table of normals at a random start per row: grain without a draw per pixel. */
const grainLength = 8192;

/**
 * The image of a page: for every pixel of it the page under it (bilinear), in
 * the light of the plan, or the desk. RGB, three bytes a pixel.
 * @param inward pixel of the image → pixel of the page
 */
export function warpPage(
  page: RgbaPage,
  size: PixelSize,
  inward: Homography,
  plan: CapturePlan,
  random: Random,
): Uint8ClampedArray {
  const grain = Float32Array.from({ length: grainLength }, () => random.normal() * plan.noise);
  const out = new Uint8ClampedArray(size.width * size.height * 3);
  const { pixels, width, height } = page;
  const [lastX, lastY] = [width - 1.001, height - 1.001];
  let at = 0;
  for (let y = 0; y < size.height; y++) {
    let speck = random.int(grainLength);
    for (let x = 0; x < size.width; x++, at += 3) {
      const w = inward[6] * x + inward[7] * y + 1;
      const px = (inward[0] * x + inward[1] * y + inward[2]) / w;
      const py = (inward[3] * x + inward[4] * y + inward[5]) / w;
      speck = (speck + 1) & (grainLength - 1);
      const noise = grain[speck] as number;
      if (px < 0 || py < 0 || px > lastX || py > lastY) {
        const desk = deskAt(plan.desk, x, y);
        for (let c = 0; c < 3; c++) out[at + c] = (desk[c] as number) + noise;
        continue;
      }
      const [left, top] = [px | 0, py | 0];
      const [fx, fy] = [px - left, py - top];
      const a = (top * width + left) * 4;
      const b = a + width * 4;
      const brightness = brightnessAt(plan, px / width, py / height);
      for (let c = 0; c < 3; c++) {
        const upper = (pixels[a + c] as number) * (1 - fx) + (pixels[a + 4 + c] as number) * fx;
        const lower = (pixels[b + c] as number) * (1 - fx) + (pixels[b + 4 + c] as number) * fx;
        out[at + c] = (upper * (1 - fy) + lower * fy) * brightness * (plan.tint[c] as number) + noise;
      }
    }
  }
  return out;
}
