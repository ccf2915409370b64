import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/core/access/roles';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import type { RecordSchema } from '@/lib/core/schema/types';
import { db } from '@/lib/server/db/client';
import { openAnnotation } from '@/lib/server/use-cases/annotations/open-annotation';
import { saveAnnotation } from '@/lib/server/use-cases/annotations/save-annotation';

export const reportSchema: RecordSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', 'x-phi': true },
    age: { type: 'integer' },
    indicators: { type: 'array', items: { type: 'object', properties: { item: { type: 'string' } } } },
  },
};

const word = { text: 'Ann', box: [0.1, 0.1, 0.2, 0.12], confidence: 1, line: 0 };

/** A project with a schema and `count` read documents in its queue, the last of them with given gold. */
export async function createQueue(projectId: string, count: number, reviewRequired = true): Promise<readonly string[]> {
  await db().project.create({
    data: {
      id: projectId,
      name: projectId,
      reviewRequired,
      schemaVersions: { create: { number: 1, hash: `${projectId}-1`, schema: reportSchema as object } },
    },
  });
  const ids: string[] = [];
  for (let position = 0; position < count; position++) {
    const document = await db().document.create({
      data: {
        projectId, name: `report-${position}`, contentHash: randomUUID(), pageCount: 1, readState: 'read',
        ...(position === count - 1 ? { givenGold: { name: 'Ann Lee', age: 41 }, givenEvidence: { '/name': [{ page: 0, box: word.box }] } } : {}),
        pages: { create: { index: 0, width: 1000, height: 1400, imageKey: 'i', previewKey: 'p', readState: 'read', words: [word] } },
        queueItem: { create: { projectId, position } },
      },
      select: { id: true },
    });
    ids.push(document.id);
  }
  return ids;
}

export const saying = (record: AnnotationContent['record']): AnnotationContent => ({ record, evidence: {}, provenance: {} });

/** Opens the document and saves one revision as a screen would. */
export async function labelOnce(actor: Actor, projectId: string, documentId: string, record: AnnotationContent['record']) {
  const { annotation, schemaVersion } = await openAnnotation(actor, { projectId, documentId });
  const saved = await saveAnnotation(actor, {
    projectId, documentId, ...saying(record), baseRevision: annotation.revision, mutationId: randomUUID(), schemaVersionId: schemaVersion.id,
  });
  return { ...saved, annotationId: annotation.id, schemaVersionId: schemaVersion.id };
}
