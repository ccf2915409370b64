import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import sharp from 'sharp';
import { AppError, isAppError } from '@/lib/core/errors/app-error';
import type { PixelBox } from '@/lib/core/geometry/box';
import { type TextRun, textLayerWords } from '@/lib/core/ingest/text-layer';
import { assertPageCount, assertPageSize } from './import-limits';
import type { ImportLimits, PageSource, PreparedPage } from './page-source';

/** PDF's own unit: 72 to the inch. */
const pointsPerInch = 72;

/** The one part of pdf.js's canvas factory (Node: @napi-rs/canvas) used here. */
interface CanvasFactory {
  readonly create: (width: number, height: number) => { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D };
  readonly destroy: (pair: object) => void;
}

function toPdfError(error: unknown): AppError {
  if (isAppError(error)) return error;
  if (error instanceof Error && error.name === 'PasswordException') {
    return new AppError('encrypted-file', 'The PDF asks for a password. Save it without one and import it again.', {}, { cause: error });
  }
  return new AppError('broken-file', 'The PDF is cut off or damaged. Save it anew and import it again.', {}, { cause: error });
}

async function load(file: string): Promise<PDFDocumentProxy> {
  // Loaded at first use: it is large, and most processes never meet a PDF.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // From the working folder, not from this module: bundled, it would be elsewhere.
  const root = path.dirname(createRequire(path.resolve('package.json')).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: new Uint8Array(await readFile(file)),
    standardFontDataUrl: `${root}/standard_fonts/`,
    cMapUrl: `${root}/cmaps/`,
    cMapPacked: true,
    wasmUrl: `${root}/wasm/`,
    iccUrl: `${root}/iccs/`,
    isEvalSupported: false,
    stopAtErrors: true,
    verbosity: 0,
  });
  return task.promise;
}

/** Text runs in pixels of the rendered page; turned runs get the box around them. */
async function textRuns(page: PDFPageProxy, scale: number): Promise<TextRun[]> {
  const viewport = page.getViewport({ scale });
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return [];
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform as number[];
    const size = Math.hypot(c, d);
    const along = Math.hypot(a, b) || 1;
    const [dx, dy] = [(a / along) * item.width, (b / along) * item.width];
    // Letters stand a fifth of their size below the base line and four above.
    const [ux, uy] = size === 0 ? [0, 0] : [c / size, d / size];
    const corners = [-0.2, 0.8].flatMap((up) =>
      [0, 1].map((end) => viewport.convertToViewportPoint(e + end * dx + ux * up * size, f + end * dy + uy * up * size)),
    );
    const xs = corners.map(([x]) => Number(x));
    const ys = corners.map(([, y]) => Number(y));
    return [{ text: item.str, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as PixelBox }];
  });
}

async function renderPage(document: PDFDocumentProxy, number: number, limits: ImportLimits): Promise<PreparedPage> {
  const page = await document.getPage(number);
  const scale = limits.pdfDpi / pointsPerInch;
  const viewport = page.getViewport({ scale });
  const size = { width: Math.round(viewport.width), height: Math.round(viewport.height) };
  assertPageSize(size, limits);
  const canvases = document.canvasFactory as CanvasFactory;
  const pair = canvases.create(size.width, size.height);
  try {
    await page.render({ canvas: pair.canvas, canvasContext: pair.context, viewport }).promise;
    const { data } = pair.context.getImageData(0, 0, size.width, size.height);
    const image = await sharp(Buffer.from(data.buffer), { raw: { ...size, channels: 4 }, limitInputPixels: false })
      .flatten({ background: '#ffffff' })
      .png({ compressionLevel: 6 })
      .toBuffer();
    return { image, extension: 'png', ...size, words: textLayerWords(await textRuns(page, scale), size) };
  } finally {
    canvases.destroy(pair);
    page.cleanup();
  }
}

/**
 * A PDF: every page rasterised, its text layer kept where it has one.
 * @throws AppError `encrypted-file`, `broken-file`, `too-large`
 */
export async function openPdf(file: string, limits: ImportLimits): Promise<PageSource> {
  const document = await load(file).catch((error: unknown) => {
    throw toPdfError(error);
  });
  try {
    assertPageCount(document.numPages, limits);
  } catch (error) {
    await document.loadingTask.destroy();
    throw error;
  }
  return {
    pageCount: document.numPages,
    close: () => document.loadingTask.destroy(),
    async *pages(): AsyncGenerator<PreparedPage> {
      for (let number = 1; number <= document.numPages; number++) {
        // Rendering holds the thread; others get their turn between pages.
        await nextTurn();
        yield await renderPage(document, number, limits).catch((error: unknown) => {
          throw toPdfError(error);
        });
      }
    },
  };
}
