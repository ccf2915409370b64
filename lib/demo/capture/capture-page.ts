import sharp from 'sharp';
import type { PixelBox, PixelSize } from '@/lib/core/geometry/box';
import type { Random } from '@/lib/core/random';
import { homographyBetween, project } from './homography';
import type { Point, Quad } from './homography';
import type { CapturePlan } from './plan-capture';
import type { RgbaPage } from './rgba-page';
import { warpPage } from './warp-page';

export interface CapturedPage extends PixelSize {
  readonly jpeg: Buffer;
  /** A box on the sheet → the upright box around it on the image. */
  readonly toImage: (box: PixelBox) => PixelBox;
}

/** Photographs or scans a page as planned; `random` is the grain of the sensor. */
export async function capturePage(page: RgbaPage, plan: CapturePlan, random: Random): Promise<CapturedPage> {
  if (plan.level === 'digital') {
    const raw = { width: page.width, height: page.height, channels: 4 as const };
    const jpeg = await sharp(page.pixels, { raw }).removeAlpha().jpeg({ quality: plan.jpegQuality }).toBuffer();
    return { jpeg, width: page.width, height: page.height, toImage: (box) => box };
  }
  const size = { width: page.width + 2 * plan.border, height: page.height + 2 * plan.border };
  const sheet: Quad = [[0, 0], [page.width, 0], [page.width, page.height], [0, page.height]];
  const seen = placeSheet(page, plan);
  const pixels = warpPage(page, size, homographyBetween(seen, sheet), plan, random);
  const raw = { ...size, channels: 3 as const };
  let image = sharp(pixels, { raw });
  if (plan.blur > 0) image = image.blur(plan.blur);
  if (plan.grey) image = image.greyscale();
  const jpeg = await image.jpeg({ quality: plan.jpegQuality }).toBuffer();
  const outward = homographyBetween(sheet, seen);
  return { jpeg, ...size, toImage: (box) => boundsOf(cornersOf(box).map((corner) => project(outward, corner))) };
}

/** Where the corners of the sheet are in the image: turned about its centre, then moved. */
function placeSheet(page: PixelSize, plan: CapturePlan): Quad {
  const angle = (plan.tiltDegrees * Math.PI) / 180;
  const [cx, cy] = [page.width / 2, page.height / 2];
  const place = (x: number, y: number, i: number): Point => {
    const [dx, dy] = plan.corners[i] ?? [0, 0];
    return [
      plan.border + cx + (x - cx) * Math.cos(angle) - (y - cy) * Math.sin(angle) + dx * page.width,
      plan.border + cy + (x - cx) * Math.sin(angle) + (y - cy) * Math.cos(angle) + dy * page.width,
    ];
  };
  return [
    place(0, 0, 0),
    place(page.width, 0, 1),
    place(page.width, page.height, 2),
    place(0, page.height, 3),
  ];
}

const cornersOf = ([x0, y0, x1, y1]: PixelBox): readonly Point[] => [[x0, y0], [x1, y0], [x1, y1], [x0, y1]];

function boundsOf(points: readonly Point[]): PixelBox {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
