import { db } from '../db/client';

/** Where the pictures of the documents' pages are stored, in page order. */
export function findPageImages(documentIds: readonly string[]) {
  return db().page.findMany({
    where: { documentId: { in: [...documentIds] } },
    orderBy: [{ documentId: 'asc' }, { index: 'asc' }],
    select: { documentId: true, index: true, imageKey: true },
  });
}
