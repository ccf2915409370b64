import type { PageWords, Word } from '@/lib/core/geometry/word';
import { db } from '../db/client';

export function findLabelDocument(projectId: string, documentId: string) {
  return db().document.findFirst({
    where: { id: documentId, projectId },
    select: { id: true, name: true, kind: true, pageCount: true, readState: true },
  });
}

/** Pages with their words, in order. */
export async function findPagesWithWords(documentId: string): Promise<PageWords[]> {
  const rows = await db().page.findMany({
    where: { documentId },
    orderBy: { index: 'asc' },
    select: { index: true, width: true, height: true, words: true },
  });
  return rows.map(({ index, width, height, words }) => ({
    page: index,
    width,
    height,
    words: (words ?? []) as unknown as readonly Word[],
  }));
}
