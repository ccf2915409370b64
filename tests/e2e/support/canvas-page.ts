import type { Locator, Page } from 'playwright-core';
import type { PixelSize } from '@/lib/core/geometry/box';
import type { QuarterTurns } from '@/lib/core/geometry/turns';
import { pagePoint, toScreen } from '@/lib/core/geometry/viewport';
import type { EvidenceBox } from '@/lib/core/record/evidence';
import { openDocument } from './label-page';

/** The page on the canvas, once its picture is there. */
export const openPage = (page: Page): Locator => page.locator('[role="img"][data-picture]');

/** How the canvas shows its page now; `picture` is the longest side of what it draws, in pixels. */
export async function canvasState(page: Page) {
  const canvas = openPage(page);
  const read = async (name: string): Promise<number> => Number(await canvas.getAttribute(`data-${name}`));
  const [scale, x, y, turns, picture] = [await read('scale'), await read('x'), await read('y'), await read('turns'), await read('picture')];
  return { scale, x, y, turns: turns as QuarterTurns, picture };
}

/** Where a pixel of the page image is on the screen. */
export async function placeOf(page: Page, size: PixelSize, x: number, y: number): Promise<{ readonly x: number; readonly y: number }> {
  const bounds = await openPage(page).boundingBox();
  if (!bounds) throw new Error('The page is not on the screen.');
  const at = toScreen(await canvasState(page), size, pagePoint(x / size.width, y / size.height));
  return { x: bounds.x + at.x, y: bounds.y + at.y };
}

/** The boxes of a field as the server has them. */
export const evidenceOf = async (page: Page, projectId: string, pointer: string): Promise<readonly EvidenceBox[]> =>
  (await openDocument(page, projectId)).content.evidence[pointer] ?? [];

/** A stored box in whole pixels of the page image. */
export const pagePlace = (box: EvidenceBox['box'], { width, height }: PixelSize): readonly [number, number, number, number] => [
  Math.round(box[0] * width), Math.round(box[1] * height), Math.round(box[2] * width), Math.round(box[3] * height),
];
