import { AppError } from '@/lib/core/errors/app-error';
import type { PixelSize } from '@/lib/core/geometry/box';
import { env } from '../env/env';
import type { ImportLimits } from './page-source';

/** The limits as this process is set. */
export function importLimits(): ImportLimits {
  const settings = env();
  return {
    maxFileBytes: settings.IMPORT_MAX_FILE_BYTES,
    maxPages: settings.IMPORT_MAX_PAGES,
    maxSidePx: settings.IMPORT_MAX_SIDE_PX,
    maxPixels: settings.IMPORT_MAX_PIXELS,
    maxUnpackedBytes: settings.IMPORT_MAX_UNPACKED_BYTES,
    maxArchiveFiles: settings.IMPORT_MAX_ARCHIVE_FILES,
    pdfDpi: settings.IMPORT_PDF_DPI,
  };
}

const count = (value: number): string => value.toLocaleString('en-GB');

/** @throws AppError `too-large` */
export function assertPageSize({ width, height }: PixelSize, limits: ImportLimits): void {
  const size = `${count(width)} × ${count(height)} px`;
  if (Math.max(width, height) > limits.maxSidePx) {
    throw new AppError('too-large', `A page is ${size}; ${count(limits.maxSidePx)} px a side are accepted (IMPORT_MAX_SIDE_PX).`);
  }
  if (width * height > limits.maxPixels) {
    throw new AppError('too-large', `A page is ${size}; ${count(limits.maxPixels)} pixels are accepted (IMPORT_MAX_PIXELS).`);
  }
}

/** @throws AppError `too-large` */
export function assertPageCount(pageCount: number, limits: ImportLimits): void {
  if (pageCount <= limits.maxPages) return;
  throw new AppError('too-large', `The file has ${count(pageCount)} pages; ${count(limits.maxPages)} are accepted (IMPORT_MAX_PAGES).`);
}

/** @throws AppError `too-large` */
export function assertFileBytes(bytes: number, limits: ImportLimits): void {
  if (bytes <= limits.maxFileBytes) return;
  const mebibytes = Math.floor(limits.maxFileBytes / 1024 / 1024);
  throw new AppError('too-large', `The file is over ${count(mebibytes)} MiB (IMPORT_MAX_FILE_BYTES).`);
}
