import sharp from 'sharp';
import { differenceHash, hashSize, thumbnailSide } from '@/lib/core/sampling';

const unlimited = { limitInputPixels: false } as const;

/** Longest side of a preview, in pixels. */
const previewSide = 480;

/** A small picture for lists, as WebP. */
export const previewOf = (image: Uint8Array): Promise<Buffer> =>
  sharp(image, unlimited)
    .flatten({ background: '#ffffff' })
    .resize({ width: previewSide, height: previewSide, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer();

const greyLevels = async (image: Uint8Array, width: number, height: number): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp(image, unlimited)
      .flatten({ background: '#ffffff' })
      .greyscale()
      .resize(width, height, { fit: 'fill' })
      .raw()
      .toBuffer(),
  );

/** 64-bit difference hash, hex: near in bits where images look alike. */
export const perceptualHashOf = async (image: Uint8Array): Promise<string> =>
  differenceHash(await greyLevels(image, hashSize.width, hashSize.height));

/** The grey thumbnail that the sampler's features read. */
export const samplerThumbnailOf = (image: Uint8Array): Promise<Uint8Array> =>
  greyLevels(image, thumbnailSide, thumbnailSide);
