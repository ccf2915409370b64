import { db } from '../db/client';

/** A document and its pages, without words. */
export function findComparedDocument(projectId: string, documentId: string) {
  return db().document.findFirst({
    where: { id: documentId, projectId },
    select: {
      id: true, name: true, kind: true, split: true,
      pages: { orderBy: { index: 'asc' }, select: { index: true, width: true, height: true } },
    },
  });
}
