import { AppError, isAppError } from '@/lib/core/errors/app-error';
import { documentFeatures } from '@/lib/core/sampling';
import { samplerThumbnailOf } from '../ingest/page-pictures';
import type { ReaderPool } from '../ocr/reader-pool';
import {
  type ClaimedDocument, claimReading, failReading, findPageWords, finishReading, savePageWords,
} from '../repositories/reading';
import { storage } from '../storage/storage';
import { markNearDuplicates } from './mark-near-duplicates';

type ClaimedPage = ClaimedDocument['pages'][number];

async function readPage(page: ClaimedPage, document: ClaimedDocument, readers: ReaderPool, signal: AbortSignal): Promise<void> {
  let startedAt = 0;
  const loadImage = async (): Promise<Uint8Array> => {
    startedAt = performance.now();
    return storage().read(page.imageKey);
  };
  const words = await readers.read(loadImage, document.project.ocrLanguage, signal).catch((error: unknown) => {
    signal.throwIfAborted();
    if (isAppError(error)) throw error;
    throw new AppError('broken-file', `OCR cannot read page ${page.index + 1}.`, {}, { cause: error });
  });
  await savePageWords(page.id, words, Math.round(performance.now() - startedAt));
}

/** Reads the pages that have no words yet, several at a time; one that fails stops the others. */
async function readPages(document: ClaimedDocument, readers: ReaderPool, signal: AbortSignal): Promise<void> {
  const unread = document.pages.filter((page) => page.readState !== 'read');
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const takePages = async (): Promise<void> => {
    for (let page = unread.shift(); page; page = unread.shift()) await readPage(page, document, readers, either);
  };
  try {
    await Promise.all(Array.from({ length: Math.min(readers.size, unread.length) }, takePages));
  } catch (error) {
    stop.abort(error);
    throw error;
  }
}

async function finish(document: ClaimedDocument): Promise<void> {
  const pages = await findPageWords(document.id);
  const byOcr = pages.filter((page) => page.isByOcr).flatMap((page) => page.words);
  const [first] = document.pages;
  const image = first ? { thumbnail: await samplerThumbnailOf(await storage().read(first.imageKey)) } : null;
  const isFinished = await finishReading(document.id, {
    wordCount: pages.reduce((sum, page) => sum + page.words.length, 0),
    // Given words are not OCR's to be sure of.
    readConfidence: byOcr.length === 0 ? null : byOcr.reduce((sum, word) => sum + word.confidence, 0) / byOcr.length,
    features: documentFeatures({ pages, image, kind: document.kind }),
    readAt: new Date(),
  });
  if (isFinished) await markNearDuplicates(document.projectId, document.id);
}

/**
 * Reads a document: OCR of the pages without words, then what the sampler wants
 * to know of it. Page by page it is kept, so that a kill costs one page; given
 * words and labels are never touched. Delivered twice it does nothing twice.
 *
 * A refusal that trying again does not mend (no model for the language, an
 * image that is gone) is written to the document; other errors are thrown.
 */
export async function readDocument(documentId: string, readers: ReaderPool, signal: AbortSignal): Promise<void> {
  const document = await claimReading(documentId);
  if (!document) return;
  try {
    await readPages(document, readers, signal);
    await finish(document);
  } catch (error) {
    signal.throwIfAborted();
    if (!isAppError(error)) throw error;
    await failReading(documentId, error.message);
  }
}
