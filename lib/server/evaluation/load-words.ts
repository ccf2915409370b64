import { z } from 'zod';
import type { PageWords } from '@/lib/core/geometry/word';
import { wordSchema } from '@/lib/core/geometry/word';
import { findPageWords } from '../repositories/gold';

const wordsSchema = z.array(wordSchema);

/** The pages of the documents with their words; a page without any has an empty list. */
export async function loadWords(documentIds: readonly string[]): Promise<ReadonlyMap<string, readonly PageWords[]>> {
  const pages = new Map<string, PageWords[]>(documentIds.map((id) => [id, []]));
  for (const { documentId, index, width, height, words } of await findPageWords(documentIds)) {
    pages.get(documentId)?.push({ page: index, width, height, words: wordsSchema.parse(words ?? []) });
  }
  return pages;
}
