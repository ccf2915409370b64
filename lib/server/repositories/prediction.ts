import { z } from 'zod';
import type { PolicyPrediction } from '@/lib/core/policy/types';
import { isJsonObject, type JsonObject } from '@/lib/core/record/json';
import { evidenceSchema, type Evidence } from '@/lib/core/record/evidence';
import { db } from '../db/client';

/** Which of the documents the checkpoint has predicted already. */
export async function findPredicted(checkpointId: string, documentIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db().prediction.findMany({
    where: { checkpointId, documentId: { in: [...documentIds] } },
    select: { documentId: true },
  });
  return new Set(rows.map(({ documentId }) => documentId));
}

/** Keeps a prediction where there is none: a rerun changes nothing that people may have seen. */
export async function insertPrediction(
  checkpointId: string,
  documentId: string,
  prediction: PolicyPrediction & { readonly completion?: string },
): Promise<void> {
  const { record, evidence, confidence, completion = null } = prediction;
  await db().prediction.createMany({
    data: [{ checkpointId, documentId, record: record as object, evidence: evidence as object, confidence, completion }],
    skipDuplicates: true,
  });
}

export interface StoredPrediction {
  readonly documentId: string;
  readonly record: JsonObject;
  readonly evidence: Evidence;
  /** Leaf pointer → probability, 0–1. */
  readonly confidence: Readonly<Record<string, number>>;
}

const confidenceSchema = z.record(z.string(), z.number()).catch({});

/** Records, evidence and confidences of a checkpoint for the documents named. */
export async function findPredictions(checkpointId: string, documentIds: readonly string[]): Promise<StoredPrediction[]> {
  const rows = await db().prediction.findMany({
    where: { checkpointId, documentId: { in: [...documentIds] } },
    select: { documentId: true, record: true, evidence: true, confidence: true },
  });
  return rows.map(({ documentId, record, evidence, confidence }) => ({
    documentId,
    record: isJsonObject(record) ? record : {},
    evidence: evidenceSchema.catch({}).parse(evidence),
    confidence: confidenceSchema.parse(confidence),
  }));
}

/** The next documents in the queue that nobody has finished and that are read. */
export async function findNextInQueue(projectId: string, take: number): Promise<string[]> {
  const rows = await db().queueItem.findMany({
    where: {
      projectId,
      skippedReason: null,
      document: {
        readState: 'read',
        goldAnnotationId: null,
        annotations: { none: { state: { in: ['submitted', 'accepted'] } } },
      },
    },
    orderBy: { position: 'asc' },
    take,
    select: { documentId: true },
  });
  return rows.map(({ documentId }) => documentId);
}
