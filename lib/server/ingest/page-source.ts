import type { Word } from '@/lib/core/geometry/word';

/** One page ready to be stored. */
export interface PreparedPage {
  readonly image: Uint8Array;
  readonly extension: 'png' | 'jpg' | 'webp';
  readonly width: number;
  readonly height: number;
  /** Of the text layer, where the file has one; null leaves the page to OCR. */
  readonly words: readonly Word[] | null;
}

/** A file opened for import: checked against the limits, not yet decoded. */
export interface PageSource {
  readonly pageCount: number;
  /** One page at a time, so that a long file does not fill the memory. */
  readonly pages: () => AsyncIterable<PreparedPage>;
  readonly close: () => Promise<void>;
}

/** What is accepted; every number is a setting (`docs/settings.md`). */
export interface ImportLimits {
  readonly maxFileBytes: number;
  readonly maxPages: number;
  readonly maxSidePx: number;
  readonly maxPixels: number;
  readonly maxUnpackedBytes: number;
  readonly maxArchiveFiles: number;
  readonly pdfDpi: number;
}
