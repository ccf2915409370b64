import type { Aggregate, DocumentCounts, MicroFigure } from '@/lib/core/evaluation/aggregate';
import type { DocumentScores, EvaluationMetrics } from '@/lib/core/evaluation/document-scores';
import type { HeldOut } from '@/lib/core/evaluation/held-out';
import type { UnscorableDocument } from '@/lib/core/evaluation/score-document';
import type { FieldCounts } from '@/lib/core/scoring';
import { db } from '../db/client';
import { leafVerdictsSchema, fieldCountsSchema } from '../evaluation/stored-figures';

/** What an evaluation belongs to: there is one for each key, and it is never changed. */
export interface EvaluationKey extends HeldOut {
  readonly checkpointId: string;
  readonly scoringVersion: string;
  /** See `goldHashOf`. */
  readonly goldHash: string;
}

export async function hasEvaluation({ checkpointId, split, suite, scoringVersion, goldHash }: EvaluationKey): Promise<boolean> {
  return (await db().evaluation.count({ where: { checkpointId, split, suite, scoringVersion, goldHash } })) > 0;
}

export interface NewEvaluation extends EvaluationKey {
  readonly micro: MicroFigure;
  readonly fields: Aggregate['fields'];
  readonly metrics: EvaluationMetrics;
  readonly documents: readonly DocumentScores[];
  readonly unscorable: readonly UnscorableDocument[];
}

const toJson = (fields: FieldCounts) =>
  Object.fromEntries(Object.entries(fields).map(([path, { matched, predicted, gold }]) => [path, { matched, predicted, gold }]));

/** Keeps an evaluation whole or not at all; one that is there already stays as it is. */
export async function insertEvaluation({ micro, fields, metrics, documents, unscorable, ...key }: NewEvaluation): Promise<void> {
  const { checkpointId, split, suite, scoringVersion, goldHash } = key;
  await db().$transaction(async (tx) => {
    const [made] = await tx.evaluation.createManyAndReturn({
      data: [
        {
          checkpointId, split, suite, scoringVersion, goldHash,
          micro: { ...micro },
          fields: toJson(fields),
          metrics: metrics as object,
          unscorable: unscorable.map(({ documentId, reason }) => ({ documentId, reason })),
          documentCount: documents.length,
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!made) return;
    await tx.evaluationDocument.createMany({
      data: documents.map(({ documentId, matched, predicted, gold, fields: own, metrics: further }) => ({
        evaluationId: made.id, documentId, matched, predicted, gold,
        fields: toJson(own),
        ...(further ? { ...further, leaves: further.leaves as object } : {}),
      })),
    });
  });
}

const evaluationColumns = {
  id: true, checkpointId: true, split: true, suite: true, scoringVersion: true, goldHash: true, micro: true, fields: true,
  metrics: true, unscorable: true, documentCount: true, createdAt: true,
} as const;

/** The newest evaluation of each checkpoint on each split and suite, under one scoring version. */
export function findLatestEvaluations(projectId: string, scoringVersion: string, checkpointIds?: readonly string[]) {
  return db().evaluation.findMany({
    where: {
      scoringVersion,
      checkpoint: { projectId, ...(checkpointIds ? { id: { in: [...checkpointIds] } } : {}) },
    },
    orderBy: [{ checkpointId: 'asc' }, { split: 'asc' }, { suite: 'asc' }, { createdAt: 'desc' }],
    distinct: ['checkpointId', 'split', 'suite'],
    select: evaluationColumns,
  });
}
export type EvaluationRow = Awaited<ReturnType<typeof findLatestEvaluations>>[number];

/** Every evaluation of the checkpoints, of whatever scoring version and gold, newest first. */
export function findEvaluations(projectId: string, checkpointIds: readonly string[]) {
  return db().evaluation.findMany({
    where: { checkpoint: { projectId, id: { in: [...checkpointIds] } } },
    orderBy: { createdAt: 'desc' },
    select: evaluationColumns,
  });
}

export function findEvaluation(projectId: string, evaluationId: string) {
  return db().evaluation.findFirst({ where: { id: evaluationId, checkpoint: { projectId } }, select: evaluationColumns });
}

const countColumns = { documentId: true, matched: true, predicted: true, gold: true, fields: true } as const;

/** The counts of each document, checked. */
export async function findDocumentCounts(evaluationId: string): Promise<DocumentCounts[]> {
  const rows = await db().evaluationDocument.findMany({
    where: { evaluationId },
    orderBy: { documentId: 'asc' },
    select: countColumns,
  });
  return rows.map((row) => ({ ...row, fields: fieldCountsSchema.parse(row.fields) }));
}

/** All that is stored of each document, checked. */
export async function findDocumentScores(evaluationId: string): Promise<DocumentScores[]> {
  const rows = await db().evaluationDocument.findMany({
    where: { evaluationId },
    orderBy: { documentId: 'asc' },
    select: { ...countColumns, exact: true, anlsStar: true, ntedAccuracy: true, leaves: true },
  });
  return rows.map(({ exact, anlsStar, ntedAccuracy, leaves, fields, ...counts }) => ({
    ...counts,
    fields: fieldCountsSchema.parse(fields),
    metrics:
      exact === null || anlsStar === null || ntedAccuracy === null
        ? null
        : { exact, anlsStar, ntedAccuracy, leaves: leafVerdictsSchema.parse(leaves) },
  }));
}
