import type { PageShape, Word } from '@/lib/core/geometry/word';
import { db } from '../db/client';

export function findLabelDocument(projectId: string, documentId: string) {
  return db().document.findFirst({
    where: { id: documentId, projectId },
    select: { id: true, name: true, kind: true, pageCount: true, readState: true },
  });
}

/** Pages in order, without their words: of a hundred pages they are more than anybody waits for. */
export async function findPageShapes(documentId: string): Promise<PageShape[]> {
  const rows = await db().page.findMany({
    where: { documentId },
    orderBy: { index: 'asc' },
    select: { index: true, width: true, height: true },
  });
  return rows.map(({ index, width, height }) => ({ page: index, width, height }));
}

/** The words of one page, none where nobody has read it yet; null where the project has no such page. */
export async function findPageWords(projectId: string, documentId: string, index: number): Promise<readonly Word[] | null> {
  const row = await db().page.findFirst({ where: { index, document: { id: documentId, projectId } }, select: { words: true } });
  return row && ((row.words ?? []) as unknown as readonly Word[]);
}
