import { AppError } from '@/lib/core/errors/app-error';
import type { PixelSize } from '@/lib/core/geometry/box';
import type { Word } from '@/lib/core/geometry/word';
import { isHeldOut, mayShareGroup } from '@/lib/core/ingest/split-conflict';
import { db } from '../db/client';
import { enqueue } from '../queue/enqueue';
import { log } from '../logging/log';
import { claimImported } from '../repositories/import';
import {
  type GivenGold, type NewDocument, type NewPage, documentExists, findGroupPlaces, insertDocument, insertImportedGold, lockSplits,
} from '../repositories/new-document';
import { storage } from '../storage/storage';
import { perceptualHashOf, previewOf } from './page-pictures';
import type { PageSource } from './page-source';

/** A document of a long file is many rows; the pool's default would give up after 5 s. */
const transactionTimeoutMs = 60_000;

export interface DocumentToWrite {
  readonly row: Omit<NewDocument, 'pages' | 'perceptualHash'>;
  readonly source: PageSource;
  /** Words that the import gives for a page; null where it gives none at all. */
  readonly givenWords: (page: number, size: PixelSize) => readonly Word[] | null;
  /** Checked against the schema once the pages' sizes are known. */
  readonly gold: (sizes: readonly PixelSize[]) => GivenGold | null;
}

interface ImportedFrom {
  readonly importFileId: string;
  readonly note: string | null;
  /** Asked between pages. */
  readonly isCancelled: () => Promise<boolean>;
}

export const storageFolderOf = (documentId: string): string => `documents/${documentId}`;

const cancelled = (): AppError => new AppError('conflict', 'The import was cancelled before this file was done.');

async function writePages(document: DocumentToWrite, from: ImportedFrom) {
  const pages: NewPage[] = [];
  let perceptualHash: string | null = null;
  for await (const page of document.source.pages()) {
    if (await from.isCancelled()) throw cancelled();
    const index = pages.length;
    const folder = storageFolderOf(document.row.id);
    const imageKey = `${folder}/page-${index}.${page.extension}`;
    const previewKey = `${folder}/preview-${index}.webp`;
    if (index === 0) perceptualHash = await perceptualHashOf(page.image);
    await storage().write(previewKey, await previewOf(page.image));
    await storage().write(imageKey, page.image);
    const given = document.givenWords(index, page);
    const words = given ?? page.words;
    const wordSource = given ? 'given' : page.words ? 'text_layer' : null;
    pages.push({ width: page.width, height: page.height, imageKey, previewKey, words, wordSource });
  }
  return { pages, perceptualHash };
}

/**
 * Writes a document whole or not at all. Files come first, under a folder that
 * no row names yet; one transaction then makes them a document. What a failure
 * leaves is removed here, what a crash leaves by `sweepImports`.
 * @throws AppError that says why the file is refused
 */
export async function writeDocument(document: DocumentToWrite, from: ImportedFrom): Promise<void> {
  const { row } = document;
  try {
    const { pages, perceptualHash } = await writePages(document, from);
    const gold = document.gold(pages);
    await db().$transaction(
      async (tx) => {
        await lockSplits(tx, row.projectId);
        if (row.groupKey !== null) {
          const places = await findGroupPlaces(tx, row.projectId, row.groupKey);
          if (!places.every((place) => mayShareGroup(place, row))) {
            throw new AppError('conflict', 'Other documents of its group are in another split. A group stays in one split.');
          }
        }
        if (!(await claimImported(tx, from.importFileId, from.note))) throw cancelled();
        await insertDocument(tx, { ...row, pages, perceptualHash }, gold);
        if (gold && isHeldOut(row.split)) await insertImportedGold(tx, row.id, gold);
      },
      { timeout: transactionTimeoutMs, maxWait: transactionTimeoutMs },
    );
  } catch (error) {
    // A commit whose answer got lost is a commit: the files then stay.
    const isWritten = await documentExists(row.id).catch(() => true);
    if (!isWritten) await storage().removeAll(storageFolderOf(row.id));
    throw error;
  }
  // The row is the truth: a bell that cannot be rung now is rung when a worker starts.
  await enqueue('read-document', { documentId: row.id }).catch((error: unknown) =>
    log().warn({ err: error, documentId: row.id }, 'the queue is away; the document waits'),
  );
}
