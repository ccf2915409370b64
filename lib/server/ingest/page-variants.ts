import path from 'node:path';
import sharp from 'sharp';
import { storage } from '../storage/storage';

/** Beside the page itself, so that they go with the document. */
const variantKey = (imageKey: string, side: number): string => {
  const { dir, name } = path.posix.parse(imageKey);
  return `${dir}/${name}.${side}.jpg`;
};

async function makeVariant(imageKey: string, key: string, side: number): Promise<void> {
  const small = await sharp(await storage().read(imageKey), { limitInputPixels: false })
    .flatten({ background: '#ffffff' })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 85 })
    .toBuffer();
  await storage().write(key, small);
}

/** Copies being made, by key: two that ask at the same moment share the work. */
const inTheMaking = new Map<string, Promise<void>>();

/**
 * Key of a copy of the page whose longest side is `side` pixels, made at the
 * first wish and kept; the page's own key where it is no larger than that.
 * @throws AppError `not-found` where the page's file is missing
 */
export async function keyOfVariant(page: { readonly imageKey: string; readonly width: number; readonly height: number }, side: number): Promise<string> {
  if (Math.max(page.width, page.height) <= side) return page.imageKey;
  const key = variantKey(page.imageKey, side);
  if (await storage().has(key)) return key;
  const making = inTheMaking.get(key) ?? makeVariant(page.imageKey, key, side).finally(() => inTheMaking.delete(key));
  inTheMaking.set(key, making);
  await making;
  return key;
}
