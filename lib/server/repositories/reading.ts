import type { PageWords, Word } from '@/lib/core/geometry/word';
import type { DocumentFeatures } from '@/lib/core/sampling';
import { db } from '../db/client';
import { encodeFeatures } from './document-features';

/**
 * Claims a document for reading. A second delivery, or one after a crash, goes
 * on where the pages stand.
 * @returns null where there is nothing to read any more.
 */
export async function claimReading(documentId: string) {
  const { count } = await db().document.updateMany({
    where: { id: documentId, readState: { in: ['waiting', 'reading'] } },
    data: { readState: 'reading' },
  });
  if (count === 0) return null;
  return db().document.findUnique({
    where: { id: documentId },
    select: {
      id: true,
      projectId: true,
      kind: true,
      project: { select: { ocrLanguage: true } },
      pages: { select: { id: true, index: true, imageKey: true, readState: true }, orderBy: { index: 'asc' } },
    },
  });
}
export type ClaimedDocument = NonNullable<Awaited<ReturnType<typeof claimReading>>>;

/** Keeps what was read, unless the page has words already: those stay. */
export async function savePageWords(pageId: string, words: readonly Word[], readMs: number): Promise<void> {
  await db().page.updateMany({
    where: { id: pageId, readState: { not: 'read' } },
    data: { words: words as object[], wordCount: words.length, wordSource: 'ocr', readState: 'read', readMs },
  });
}

interface ReadPage extends PageWords {
  readonly isByOcr: boolean;
}

export async function findPageWords(documentId: string): Promise<ReadPage[]> {
  const pages = await db().page.findMany({
    where: { documentId },
    select: { index: true, width: true, height: true, words: true, wordSource: true },
    orderBy: { index: 'asc' },
  });
  // Words are written by this workbench alone, always in this shape.
  return pages.map(({ index, width, height, words, wordSource }) => ({
    page: index,
    width,
    height,
    words: (words ?? []) as unknown as Word[],
    isByOcr: wordSource === 'ocr',
  }));
}

interface ReadDocument {
  readonly wordCount: number;
  readonly readConfidence: number | null;
  readonly features: DocumentFeatures;
  readonly readAt: Date;
}

/** Marks a document read; false where another delivery did so or a page is missing. */
export async function finishReading(documentId: string, read: ReadDocument): Promise<boolean> {
  const { features, ...columns } = read;
  const { _sum } = await db().page.aggregate({ where: { documentId }, _sum: { readMs: true } });
  const { count } = await db().document.updateMany({
    where: { id: documentId, readState: 'reading', pages: { every: { readState: 'read' } } },
    data: { ...columns, readMs: _sum.readMs, readState: 'read', readError: null, features: encodeFeatures(features) },
  });
  return count === 1;
}

/** Ends a reading that trying again does not mend. */
export async function failReading(documentId: string, message: string): Promise<void> {
  await db().document.updateMany({
    where: { id: documentId, readState: 'reading' },
    data: { readState: 'failed', readError: message },
  });
}

/** Gives a failed document back to the readers; false where it has not failed. */
export async function resetReading(projectId: string, documentId: string): Promise<boolean> {
  const { count } = await db().document.updateMany({
    where: { id: documentId, projectId, readState: 'failed' },
    data: { readState: 'waiting', readError: null },
  });
  return count === 1;
}

/**
 * Read documents of the project whose first page looks like this one's: within
 * `maxDistance` bits, nearest first. The document itself comes with them.
 */
export async function findLookAlikes(projectId: string, documentId: string, maxDistance: number, limit: number) {
  return db().$queryRaw<{ id: string; hash: string; nearDuplicateOf: string | null }[]>`
    select other."id", other."perceptualHash" as hash, other."nearDuplicateOf"
    from "Document" own
    join "Document" other on other."projectId" = own."projectId" and other."perceptualHash" is not null
    where own."id" = ${documentId} and own."projectId" = ${projectId} and own."perceptualHash" is not null
      and other."readState" = 'read'
      and bit_count(('x' || own."perceptualHash")::bit(64) # ('x' || other."perceptualHash")::bit(64)) <= ${maxDistance}
    order by bit_count(('x' || own."perceptualHash")::bit(64) # ('x' || other."perceptualHash")::bit(64)), other."id"
    limit ${limit}`;
}

export async function setNearDuplicate(documentId: string, of: string | null): Promise<void> {
  await db().document.update({ where: { id: documentId }, data: { nearDuplicateOf: of }, select: { id: true } });
}
