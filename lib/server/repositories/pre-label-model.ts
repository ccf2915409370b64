import type { MicroFigure } from '@/lib/core/evaluation/aggregate';
import type { PolicyPrediction } from '@/lib/core/policy/types';
import { evidenceSchema } from '@/lib/core/record/evidence';
import { isJsonObject } from '@/lib/core/record/json';
import { z } from 'zod';
import { db } from '../db/client';
import { isUniqueViolation } from '../db/unique-violation';

/** The project's newest model; those before it have suggested and do no more. */
export function findNewestPreLabelModel(projectId: string) {
  return db().preLabelModel.findFirst({ where: { projectId }, orderBy: { number: 'desc' }, omit: { labelKeys: true } });
}

/** What the newest model learnt from. */
export function findNewestLearning(projectId: string) {
  return db().preLabelModel.findFirst({
    where: { projectId },
    orderBy: { number: 'desc' },
    select: { number: true, schemaVersionId: true, labelKeys: true },
  });
}
export type PreLabelModelRow = NonNullable<Awaited<ReturnType<typeof findNewestPreLabelModel>>>;

export interface NewPreLabelModel {
  readonly projectId: string;
  /** One more than that of the model that its training began after. */
  readonly number: number;
  readonly schemaVersionId: string;
  readonly labelKeys: readonly string[];
  readonly labels: number;
  readonly hash: string;
  readonly micro: MicroFigure | null;
  readonly validationDocuments: number;
}

/** Adds a model, or nothing where another training has added that number meanwhile. */
export async function insertPreLabelModel({ micro, labelKeys, ...model }: NewPreLabelModel): Promise<void> {
  try {
    await db().preLabelModel.create({ data: { ...model, labelKeys: [...labelKeys], ...(micro ? { micro: { ...micro } } : {}) } });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
}

/** Notes that the model was compared with the checkpoint, and whether it is clearly better. */
export async function writeJudgement(modelId: string, judgedCheckpointId: string, isBetter: boolean): Promise<void> {
  await db().preLabelModel.update({
    where: { id: modelId },
    data: { judgedCheckpointId, beatsCheckpointId: isBetter ? judgedCheckpointId : null },
  });
}

/** Hashes of the models that suggest no more, oldest first. */
export async function findOlderHashes(projectId: string, number: number): Promise<readonly string[]> {
  const rows = await db().preLabelModel.findMany({ where: { projectId, number: { lt: number } }, orderBy: { number: 'asc' }, select: { hash: true } });
  return rows.map(({ hash }) => hash);
}

/** Which of the documents the model has read already. */
export async function findPreLabelled(modelId: string, documentIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db().preLabel.findMany({ where: { modelId, documentId: { in: [...documentIds] } }, select: { documentId: true } });
  return new Set(rows.map(({ documentId }) => documentId));
}

/** Keeps what the model says of a document where nothing is kept yet: people may have seen what is there. */
export async function insertPreLabel(modelId: string, documentId: string, { record, evidence, confidence }: PolicyPrediction): Promise<void> {
  await db().preLabel.createMany({
    data: [{ modelId, documentId, record: record as object, evidence: evidence as object, confidence }],
    skipDuplicates: true,
  });
}

const confidenceSchema = z.record(z.string(), z.number()).catch({});

/** What the model says of the documents named, by document: asked for by name (invariant 11). */
export async function readPreLabels(modelId: string, documentIds: readonly string[]): Promise<ReadonlyMap<string, PolicyPrediction>> {
  const rows = await db().preLabel.findMany({
    where: { modelId, documentId: { in: [...documentIds] } },
    select: { documentId: true, record: true, evidence: true, confidence: true },
  });
  return new Map(
    rows.map(({ documentId, record, evidence, confidence }) => [
      documentId,
      {
        record: isJsonObject(record) ? record : {},
        evidence: evidenceSchema.catch({}).parse(evidence),
        confidence: confidenceSchema.parse(confidence),
      },
    ]),
  );
}
