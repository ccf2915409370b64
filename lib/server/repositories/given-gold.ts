import type { Evidence } from '@/lib/core/record/evidence';
import type { JsonObject } from '@/lib/core/record/json';
import { db } from '../db/client';

/** Gold that came with the import, for the simulated annotator alone. */
export async function readGivenGold(projectId: string, documentId: string) {
  const row = await db().document.findFirst({
    where: { id: documentId, projectId },
    select: { givenGold: true, givenEvidence: true },
  });
  if (!row?.givenGold) return null;
  return {
    record: row.givenGold as unknown as JsonObject,
    evidence: (row.givenEvidence ?? {}) as unknown as Evidence,
  };
}
