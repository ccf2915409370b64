import { readFile } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';
import { assertPageCount, assertPageSize } from './import-limits';
import { toImageError } from './image-errors';
import type { ImportLimits, PageSource, PreparedPage } from './page-source';

/** The strictest reading: an image that ends early is refused, not filled with grey. */
const strict = { failOn: 'truncated', limitInputPixels: false } as const;

/** Size as people see it: EXIF orientations 5–8 lie on their side. */
function uprightSize({ width = 0, height = 0, orientation = 1 }: Metadata): { width: number; height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

const extensions = { jpeg: 'jpg', png: 'png', webp: 'webp' } as const;

/**
 * A single image. Its bytes are kept as they are, except where the camera was
 * turned: then it is set upright, once.
 * @throws AppError `broken-file`, `too-large`
 */
export async function openImage(file: string, kind: 'jpeg' | 'png' | 'webp', limits: ImportLimits): Promise<PageSource> {
  const metadata = await sharp(file, strict).metadata().catch((error: unknown) => {
    throw toImageError(error);
  });
  const size = uprightSize(metadata);
  assertPageSize(size, limits);
  return {
    pageCount: 1,
    close: async () => undefined,
    async *pages(): AsyncGenerator<PreparedPage> {
      try {
        if ((metadata.orientation ?? 1) === 1) {
          // Nothing else decodes every row before the document is written.
          await sharp(file, strict).stats();
          yield { image: await readFile(file), extension: extensions[kind], ...size, words: null };
          return;
        }
        const upright = sharp(file, strict).rotate();
        const image = await (kind === 'jpeg' ? upright.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }) : upright.png()).toBuffer();
        yield { image, extension: kind === 'jpeg' ? 'jpg' : 'png', ...size, words: null };
      } catch (error) {
        throw toImageError(error);
      }
    },
  };
}

/** A TIFF, page by page. @throws AppError `broken-file`, `too-large` */
export async function openTiff(file: string, limits: ImportLimits): Promise<PageSource> {
  const metadata = await sharp(file, strict).metadata().catch((error: unknown) => {
    throw toImageError(error);
  });
  const pageCount = metadata.pages ?? 1;
  assertPageCount(pageCount, limits);
  return {
    pageCount,
    close: async () => undefined,
    async *pages(): AsyncGenerator<PreparedPage> {
      for (let page = 0; page < pageCount; page++) {
        try {
          const pageMetadata = await sharp(file, { ...strict, page }).metadata();
          const size = uprightSize(pageMetadata);
          assertPageSize(size, limits);
          const image = await sharp(file, { ...strict, page }).rotate().toColourspace('srgb').png({ compressionLevel: 6 }).toBuffer();
          yield { image, extension: 'png', ...size, words: null };
        } catch (error) {
          throw toImageError(error);
        }
      }
    },
  };
}
