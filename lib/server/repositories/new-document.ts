import type { Word } from '@/lib/core/geometry/word';
import type { Evidence } from '@/lib/core/record/evidence';
import type { JsonObject } from '@/lib/core/record/json';
import type { RowSplit } from '@/lib/core/formats/import-row';
import { emptyContent } from '@/lib/core/annotation/content';
import { wholeAsSave } from '@/lib/core/annotation/take-save';
import { leavesOf } from '@/lib/core/record/pointer';
import { type DbTransaction, db } from '../db/client';
import { ensureMachineUser } from './machine-users';

export interface NewPage {
  readonly width: number;
  readonly height: number;
  readonly imageKey: string;
  readonly previewKey: string;
  /** null: OCR is to read it. */
  readonly words: readonly Word[] | null;
  readonly wordSource: 'given' | 'text_layer' | null;
}

export interface NewDocument {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly kind: string | null;
  readonly groupKey: string | null;
  readonly split: RowSplit;
  readonly suite: string | null;
  readonly contentHash: string;
  readonly perceptualHash: string | null;
  readonly pages: readonly NewPage[];
}

export interface GivenGold {
  readonly record: JsonObject;
  readonly evidence: Evidence;
  readonly schemaVersionId: string;
}

/** The document with the same bytes in the project, or null. */
export function findByContentHash(projectId: string, contentHash: string) {
  return db().document.findUnique({
    where: { projectId_contentHash: { projectId, contentHash } },
    select: { id: true, name: true },
  });
}

export async function documentExists(documentId: string): Promise<boolean> {
  return (await db().document.count({ where: { id: documentId } })) === 1;
}

export function findLatestSchema(projectId: string) {
  return db().schemaVersion.findFirst({
    where: { projectId },
    orderBy: { number: 'desc' },
    select: { id: true, schema: true },
  });
}

/** One import at a time decides where a project's groups go. */
export async function lockSplits(tx: DbTransaction, projectId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('splits'), hashtext(${projectId}))`;
}

/** Where documents of a group are, each place once. */
export function findGroupPlaces(tx: DbTransaction, projectId: string, groupKey: string) {
  return tx.document.findMany({
    where: { projectId, groupKey },
    distinct: ['split', 'suite'],
    select: { split: true, suite: true },
  });
}

export async function insertDocument(tx: DbTransaction, document: NewDocument, gold: GivenGold | null): Promise<void> {
  const { pages, ...columns } = document;
  await tx.document.create({
    data: {
      ...columns,
      pageCount: pages.length,
      ...(gold ? { givenGold: gold.record as object, givenEvidence: gold.evidence as object } : {}),
    },
    select: { id: true },
  });
  await tx.page.createMany({
    data: pages.map(({ words, ...page }, index) => ({
      ...page,
      documentId: document.id,
      index,
      ...(words ? { words: words as object[], wordCount: words.length, readState: 'read' as const } : {}),
    })),
  });
}

/** Gold of a held-out document is gold at once: an accepted annotation by the importer. */
export async function insertImportedGold(tx: DbTransaction, documentId: string, gold: GivenGold): Promise<void> {
  const importer = await ensureMachineUser(tx, 'importer');
  const now = new Date();
  const content = {
    record: gold.record as object,
    evidence: gold.evidence as object,
    provenance: Object.fromEntries(leavesOf(gold.record).map(({ pointer }) => [pointer, 'imported' as const])),
  };
  const mutationId = `import-${documentId}`;
  const { operations } = wholeAsSave(mutationId, emptyContent, { ...content, record: gold.record, evidence: gold.evidence });
  const { id } = await tx.annotation.create({
    data: {
      documentId,
      annotatorId: importer,
      schemaVersionId: gold.schemaVersionId,
      revision: 1,
      ...content,
      state: 'accepted',
      origin: 'imported',
      submittedAt: now,
      reviewedAt: now,
      revisions: {
        create: {
          revision: 1, mutationId, ...content, savedById: importer,
          operations: operations as unknown as object[], operationIds: [mutationId],
        },
      },
    },
    select: { id: true },
  });
  await tx.document.update({ where: { id: documentId }, data: { goldAnnotationId: id }, select: { id: true } });
}
