import sharp from 'sharp';
import { PSM, type Page, type Worker, createWorker } from 'tesseract.js';
import { type PixelBox, type PixelSize, toPageBox } from '@/lib/core/geometry/box';
import type { Word } from '@/lib/core/geometry/word';
import { languageFolder } from './language-data';

/** LSTM alone: the older engine adapts to what it has read. */
const lstmOnly = 1;
/** Larger pages are read scaled down to this; more adds time, not letters. */
const longestSidePx = 2_500;

/**
 * What one document says must not sway how the next is read: neither its
 * letter shapes nor its words are kept.
 */
const stateless = { classify_enable_learning: '0', tessedit_enable_doc_dict: '0' };

/** One OCR engine in its own thread; it reads one page at a time. */
export interface Reader {
  readonly read: (image: Uint8Array) => Promise<Word[]>;
  readonly stop: () => Promise<void>;
}

/** Upright grey pixels no larger than needed, for the engine. */
async function prepare(image: Uint8Array): Promise<{ readonly png: Buffer; readonly size: PixelSize }> {
  const { data, info } = await sharp(image, { limitInputPixels: false })
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize({ width: longestSidePx, height: longestSidePx, fit: 'inside', withoutEnlargement: true })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  return { png: data, size: { width: info.width, height: info.height } };
}

/** The engine's blocks as words in its reading order, boxes in page space. */
function wordsOf(page: Page, size: PixelSize): Word[] {
  const lines = (page.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines.flatMap((line, number) =>
    line.words
      .filter((word) => word.text.trim() !== '')
      .map(({ text, confidence, bbox }) => ({
        text: text.trim(),
        box: toPageBox([bbox.x0, bbox.y0, bbox.x1, bbox.y1] as PixelBox, size),
        confidence: Math.min(1, Math.max(0, confidence / 100)),
        line: number,
      })),
  );
}

/**
 * Starts an engine for a language. Pages and parts of them are read as one block
 * each: Tesseract's own search for columns (`PSM.AUTO`) makes a block of every
 * column of a table, and its rows fall apart. @throws AppError `unavailable` without its model
 */
export async function startReader(language: string): Promise<Reader> {
  const langPath = await languageFolder(language);
  const worker: Worker = await createWorker(language, lstmOnly, {
    langPath,
    gzip: true,
    cacheMethod: 'none',
    // Failures come back as rejections; unheard, this would throw in the process.
    errorHandler: () => undefined,
  });
  await worker.setParameters({ ...stateless, tessedit_pageseg_mode: PSM.SINGLE_BLOCK });
  return {
    read: async (image) => {
      const { png, size } = await prepare(image);
      const { data } = await worker.recognize(png, {}, { blocks: true, text: false });
      return wordsOf(data, size);
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}
