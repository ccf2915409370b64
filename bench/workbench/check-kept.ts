import { emptyContent, type AnnotationContent } from '@/lib/core/annotation/content';
import { contentHash } from '@/lib/core/annotation/content-hash';
import { applyNoted, type NotedOperation } from '@/lib/core/annotation/noted-operation';
import { db } from '@/lib/server/db/client';
import type { Believed } from './annotator';

export interface Kept {
  readonly documents: number;
  readonly operations: number;
  /** Operations that a client saw acknowledged and the server does not have. */
  readonly lost: number;
  /** Operations that stand more than once in a history, or that no client made. */
  readonly duplicated: number;
  /** Documents whose content, revision or replayed history differ from what their client holds. */
  readonly different: number;
}

/** Sets what the database holds against what each client believes. */
export async function checkKept(believed: readonly Believed[]): Promise<Kept> {
  const kept = { documents: believed.length, operations: 0, lost: 0, duplicated: 0, different: 0 };
  for (const { annotationId, content, revision, operationIds } of believed) {
    const annotation = await db().annotation.findUniqueOrThrow({
      where: { id: annotationId },
      select: { revision: true, record: true, evidence: true, provenance: true },
    });
    const revisions = await db().annotationRevision.findMany({
      where: { annotationId },
      orderBy: { revision: 'asc' },
      select: { operations: true },
    });
    const stored = revisions.flatMap(({ operations }) => operations as unknown as readonly NotedOperation[]);
    const counts = new Map<string, number>();
    for (const { id } of stored) counts.set(id, (counts.get(id) ?? 0) + 1);
    const mine = new Set(operationIds);
    kept.operations += operationIds.length;
    kept.lost += operationIds.filter((id) => !counts.has(id)).length;
    kept.duplicated += [...counts].filter(([id, count]) => count > 1 || !mine.has(id)).length;
    const wanted = contentHash(content);
    const replayed = applyNoted(emptyContent, stored);
    const isSame =
      annotation.revision === revision &&
      contentHash(annotation as unknown as AnnotationContent) === wanted &&
      replayed !== null &&
      contentHash(replayed) === wanted;
    kept.different += isSame ? 0 : 1;
  }
  return kept;
}
