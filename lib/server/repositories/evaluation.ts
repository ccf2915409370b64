import { z } from 'zod';
import type { DocumentCounts, MicroFigure } from '@/lib/core/evaluation/aggregate';
import type { UnscorableDocument } from '@/lib/core/evaluation/score-document';
import type { FieldCounts } from '@/lib/core/scoring';
import type { Split } from '../db/generated/enums';
import { db } from '../db/client';

export const microFigureSchema = z.object({
  matched: z.number(), predicted: z.number(), gold: z.number(),
  precision: z.number(), recall: z.number(), f1: z.number(), low: z.number(), high: z.number(),
});
const countsSchema = z.object({ matched: z.number(), predicted: z.number(), gold: z.number() });
export const fieldCountsSchema = z.record(z.string(), countsSchema);
export const unscorableSchema = z.array(z.object({ documentId: z.string(), reason: z.string() }));

interface EvaluationKey {
  readonly checkpointId: string;
  readonly split: Split;
  readonly scoringVersion: string;
  /** See `goldHashOf`. */
  readonly goldHash: string;
}

export async function hasEvaluation(key: EvaluationKey): Promise<boolean> {
  return (await db().evaluation.count({ where: { ...key, suite: '' } })) > 0;
}

export interface NewEvaluation extends EvaluationKey {
  readonly micro: MicroFigure;
  readonly fields: FieldCounts;
  readonly documents: readonly DocumentCounts[];
  readonly unscorable: readonly UnscorableDocument[];
}

const toJson = (fields: FieldCounts) =>
  Object.fromEntries(Object.entries(fields).map(([path, { matched, predicted, gold }]) => [path, { matched, predicted, gold }]));

/** Keeps an evaluation whole or not at all; one that is there already stays as it is. */
export async function insertEvaluation({ micro, fields, documents, unscorable, ...key }: NewEvaluation): Promise<void> {
  await db().$transaction(async (tx) => {
    const [made] = await tx.evaluation.createManyAndReturn({
      data: [
        {
          ...key,
          suite: '',
          micro: { ...micro },
          fields: toJson(fields),
          unscorable: unscorable.map(({ documentId, reason }) => ({ documentId, reason })),
          documentCount: documents.length,
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!made) return;
    await tx.evaluationDocument.createMany({
      data: documents.map(({ fields: own, ...counts }) => ({ ...counts, evaluationId: made.id, fields: toJson(own) })),
    });
  });
}

/** The newest evaluation of each checkpoint on each split, under one scoring version. */
export function findLatestEvaluations(projectId: string, scoringVersion: string, checkpointIds?: readonly string[]) {
  return db().evaluation.findMany({
    where: {
      scoringVersion,
      suite: '',
      checkpoint: { projectId, ...(checkpointIds ? { id: { in: [...checkpointIds] } } : {}) },
    },
    orderBy: [{ checkpointId: 'asc' }, { split: 'asc' }, { createdAt: 'desc' }],
    distinct: ['checkpointId', 'split'],
    select: {
      id: true, checkpointId: true, split: true, micro: true, unscorable: true, documentCount: true, goldHash: true,
      createdAt: true,
    },
  });
}

/** The counts of each document, checked. */
export async function findDocumentCounts(evaluationId: string): Promise<DocumentCounts[]> {
  const rows = await db().evaluationDocument.findMany({
    where: { evaluationId },
    orderBy: { documentId: 'asc' },
    select: { documentId: true, matched: true, predicted: true, gold: true, fields: true },
  });
  return rows.map((row) => ({ ...row, fields: fieldCountsSchema.parse(row.fields) }));
}
