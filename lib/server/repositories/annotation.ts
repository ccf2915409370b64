import { emptyContent, type AnnotationContent } from '@/lib/core/annotation/content';
import type { NotedOperation } from '@/lib/core/annotation/noted-operation';
import { wholeAsSave } from '@/lib/core/annotation/take-save';
import type { Evidence } from '@/lib/core/record/evidence';
import type { JsonObject } from '@/lib/core/record/json';
import type { RecordSchema } from '@/lib/core/schema/types';
import type { AnnotationState } from '../db/generated/enums';
import { type DbOrTransaction, type DbTransaction, db } from '../db/client';

const headColumns = {
  id: true, documentId: true, annotatorId: true, schemaVersionId: true, revision: true, state: true, origin: true,
  returnNote: true, submittedAt: true,
  annotator: { select: { name: true } },
} as const;
const contentColumns = { record: true, evidence: true, provenance: true } as const;

interface ContentColumns {
  readonly record: unknown;
  readonly evidence: unknown;
  readonly provenance: unknown;
}

/** Content is checked when it is written, so a row's columns are what their types say. */
export const toContent = (row: ContentColumns): AnnotationContent => ({
  record: row.record as JsonObject,
  evidence: row.evidence as Evidence,
  provenance: row.provenance as AnnotationContent['provenance'],
});

const toColumns = ({ record, evidence, provenance }: AnnotationContent) => ({
  record: record as object,
  evidence: evidence as object,
  provenance,
});

/** Head of the annotation that a person has for a document of the project. */
export function findOwnAnnotation(projectId: string, documentId: string, annotatorId: string, tx: DbOrTransaction = db()) {
  return tx.annotation.findFirst({
    where: { documentId, annotatorId, document: { projectId } },
    select: headColumns,
  });
}
export type AnnotationRow = NonNullable<Awaited<ReturnType<typeof findOwnAnnotation>>>;

export function findAnnotation(projectId: string, annotationId: string) {
  return db().annotation.findFirst({ where: { id: annotationId, document: { projectId } }, select: headColumns });
}

/** What the annotation says, with its schema: asked for by name (invariant 11). */
export async function readAnnotationContent(annotationId: string, tx: DbOrTransaction = db()) {
  const row = await tx.annotation.findUniqueOrThrow({
    where: { id: annotationId },
    select: { ...contentColumns, revision: true, state: true, schemaVersion: { select: { id: true, number: true, schema: true } } },
  });
  return {
    revision: row.revision,
    state: row.state,
    content: toContent(row),
    schemaVersion: { ...row.schemaVersion, schema: row.schemaVersion.schema as unknown as RecordSchema },
  };
}

/** The accepted annotation of a document with what it says; null where it has no gold. */
export async function readGoldOf(documentId: string, tx: DbOrTransaction = db()) {
  const document = await tx.document.findUnique({ where: { id: documentId }, select: { goldAnnotationId: true } });
  if (!document?.goldAnnotationId) return null;
  const annotationId = document.goldAnnotationId;
  return { annotationId, ...(await readAnnotationContent(annotationId, tx)) };
}

/** An empty draft, or nothing where the person has one already. */
export async function insertDraft(draft: {
  readonly documentId: string;
  readonly annotatorId: string;
  readonly schemaVersionId: string;
  readonly origin: 'person' | 'simulated';
}): Promise<void> {
  await db().annotation.createMany({
    data: [{ ...draft, record: {}, evidence: {}, provenance: {} }],
    skipDuplicates: true,
  });
}

interface LockedRow extends ContentColumns {
  readonly revision: number;
  readonly state: AnnotationState;
  readonly schemaVersionId: string;
}

/** The annotation as it stands, its row locked until the transaction ends; null where it is gone. */
export async function lockAnnotation(annotationId: string, tx: DbTransaction) {
  const [row] = await tx.$queryRaw<LockedRow[]>`
    select revision, state::text as state, "schemaVersionId", record, evidence, provenance
    from "Annotation" where id = ${annotationId} for update`;
  if (!row) return null;
  const { schemaVersionId, revision, state } = row;
  return { schemaVersionId, revision, state, content: toContent(row) };
}

/** Revisions that this mutation made, or that hold any of these operations. */
export function findDelivered(annotationId: string, mutationId: string, operationIds: readonly string[], tx: DbOrTransaction = db()) {
  return tx.annotationRevision.findMany({
    where: { annotationId, OR: [{ mutationId }, { operationIds: { hasSome: [...operationIds] } }] },
    select: { revision: true, mutationId: true, operationIds: true },
  });
}

export interface ContentWrite {
  readonly annotationId: string;
  readonly baseRevision: number;
  readonly mutationId: string;
  readonly savedById: string;
  readonly schemaVersionId: string;
  readonly content: AnnotationContent;
  /** What makes `content` of the revision before. */
  readonly operations: readonly NotedOperation[];
}

/**
 * Writes the next revision and its history in one go, if the annotation still is
 * at `baseRevision` and editable. False where it is not: nothing was written.
 */
export async function writeRevision(tx: DbTransaction, write: ContentWrite): Promise<boolean> {
  const { annotationId, baseRevision, mutationId, savedById, schemaVersionId, content, operations } = write;
  const columns = toColumns(content);
  const { count } = await tx.annotation.updateMany({
    where: { id: annotationId, revision: baseRevision, state: { in: ['draft', 'returned'] } },
    data: { ...columns, schemaVersionId, revision: baseRevision + 1 },
  });
  if (count === 0) return false;
  await tx.annotationRevision.create({
    data: {
      annotationId, revision: baseRevision + 1, mutationId, savedById, ...columns,
      operations: operations as unknown as object[], operationIds: operations.map((noted) => noted.id),
    },
  });
  return true;
}

interface NewAdjudication {
  readonly documentId: string;
  readonly reviewerId: string;
  readonly schemaVersionId: string;
  readonly content: AnnotationContent;
  readonly adjudicatedFrom: readonly string[];
}

/**
 * The reviewer's annotation of a document as revision 1 of a draft. An empty
 * draft that they once opened is taken for it; work of theirs is left alone,
 * and its revision then says so.
 */
export async function insertAdjudication(tx: DbTransaction, adjudication: NewAdjudication): Promise<string> {
  const { documentId, reviewerId, schemaVersionId, content, adjudicatedFrom } = adjudication;
  const { id } = await tx.annotation.upsert({
    where: { documentId_annotatorId: { documentId, annotatorId: reviewerId } },
    create: { documentId, annotatorId: reviewerId, schemaVersionId, record: {}, evidence: {}, provenance: {} },
    update: {},
    select: { id: true },
  });
  await tx.annotation.updateMany({ where: { id, revision: 0 }, data: { schemaVersionId, adjudicatedFrom: [...adjudicatedFrom] } });
  const mutationId = `adjudication-${id}`;
  const { operations } = wholeAsSave(mutationId, emptyContent, content);
  await writeRevision(tx, { annotationId: id, baseRevision: 0, mutationId, savedById: reviewerId, schemaVersionId, content, operations });
  return id;
}

/** Moves an annotation on if it is where the caller thinks; false where it is not. */
export async function moveState(
  tx: DbOrTransaction,
  annotationId: string,
  from: { readonly states: readonly AnnotationState[]; readonly revision?: number },
  data: {
    readonly state: AnnotationState;
    readonly submittedAt?: Date | null;
    readonly reviewedAt?: Date;
    readonly reviewedById?: string;
    readonly returnNote?: string | null;
  },
): Promise<boolean> {
  const revision = from.revision === undefined ? {} : { revision: from.revision };
  const { count } = await tx.annotation.updateMany({
    where: { id: annotationId, state: { in: [...from.states] }, ...revision },
    data,
  });
  return count === 1;
}

/**
 * Takes the document's row for the transaction: of two decisions on a document
 * at once the second waits here for the first. Every decision begins with it,
 * so that none waits for the other crosswise.
 */
export async function lockDocument(tx: DbTransaction, documentId: string): Promise<void> {
  await tx.$queryRaw`select "id" from "Document" where "id" = ${documentId} for update`;
}

export async function hasGold(tx: DbOrTransaction, documentId: string): Promise<boolean> {
  const document = await tx.document.findUnique({ where: { id: documentId }, select: { goldAnnotationId: true } });
  return document !== null && document.goldAnnotationId !== null;
}

/**
 * Makes the annotation the document's gold; a document of the pool joins the
 * seed set. False where the document has gold already: nothing was written.
 */
export async function setGold(tx: DbTransaction, documentId: string, annotationId: string): Promise<boolean> {
  const { count } = await tx.document.updateMany({
    where: { id: documentId, OR: [{ goldAnnotationId: null }, { goldAnnotationId: annotationId }] },
    data: { goldAnnotationId: annotationId },
  });
  await tx.document.updateMany({ where: { id: documentId, goldAnnotationId: annotationId, split: 'pool' }, data: { split: 'seed' } });
  return count === 1;
}

/** Locks what others handed in for a document whose gold is `goldAnnotationId`. Drafts and answers to honeypots stay. */
export async function settleOthers(
  tx: DbTransaction,
  documentId: string,
  goldAnnotationId: string,
  review: { readonly reviewedAt: Date; readonly reviewedById?: string },
): Promise<void> {
  await tx.annotation.updateMany({
    where: { documentId, id: { not: goldAnnotationId }, state: { in: ['submitted', 'returned'] } },
    data: { state: 'settled', ...review },
  });
}

/** Takes the gold from the document, whose split stays; false where its gold is another. */
export async function removeGold(tx: DbTransaction, documentId: string, annotationId: string): Promise<boolean> {
  const { count } = await tx.document.updateMany({ where: { id: documentId, goldAnnotationId: annotationId }, data: { goldAnnotationId: null } });
  return count === 1;
}

/** What was settled with the gold waits for review again. */
export async function unsettleOthers(tx: DbTransaction, documentId: string): Promise<void> {
  await tx.annotation.updateMany({ where: { documentId, state: 'settled' }, data: { state: 'submitted' } });
}

/** Newest first, with what each says: asked for by name (invariant 11). */
export async function readRevisions(annotationId: string, take: number) {
  const rows = await db().annotationRevision.findMany({
    where: { annotationId },
    orderBy: { revision: 'desc' },
    take,
    select: { revision: true, savedById: true, createdAt: true, ...contentColumns },
  });
  return rows.map(({ revision, savedById, createdAt, ...row }) => ({ revision, savedById, createdAt, content: toContent(row) }));
}

export async function readRevision(annotationId: string, revision: number, tx: DbOrTransaction = db()): Promise<AnnotationContent | null> {
  const row = await tx.annotationRevision.findUnique({
    where: { annotationId_revision: { annotationId, revision } },
    select: contentColumns,
  });
  return row && toContent(row);
}
