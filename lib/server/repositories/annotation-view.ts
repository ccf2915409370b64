import type { Suggestions } from '@/lib/core/annotation/contract';
import type { PageWords, Word } from '@/lib/core/geometry/word';
import type { Evidence } from '@/lib/core/record/evidence';
import type { JsonObject } from '@/lib/core/record/json';
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

/** What the project's promoted checkpoint predicted for the document, or else its newest one that did. */
export async function findSuggestions(projectId: string, documentId: string): Promise<Suggestions | null> {
  const project = await db().project.findUnique({ where: { id: projectId }, select: { promotedCheckpointId: true } });
  const rows = await db().prediction.findMany({
    where: { documentId, checkpoint: { projectId } },
    select: { record: true, evidence: true, confidence: true, checkpoint: { select: { id: true, name: true, number: true } } },
    orderBy: { checkpoint: { number: 'desc' } },
  });
  const row = rows.find(({ checkpoint }) => checkpoint.id === project?.promotedCheckpointId) ?? rows[0];
  if (!row) return null;
  return {
    checkpointName: row.checkpoint.name,
    record: row.record as unknown as JsonObject,
    evidence: row.evidence as unknown as Evidence,
    confidence: row.confidence as Readonly<Record<string, number>>,
  };
}
