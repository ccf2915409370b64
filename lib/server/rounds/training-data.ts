import { AppError } from '@/lib/core/errors/app-error';
import { snapshotSplits, writeSnapshot, type SnapshotDocument } from '@/lib/core/round/dataset-snapshot';
import { checkReadiness } from '@/lib/core/round/readiness';
import { loadGold, type GoldDocument, type LoadedGold, type SchemaInUse } from '../evaluation/load-gold';
import { loadWords } from '../evaluation/load-words';
import { findNewestSchemaVersion } from '../repositories/schema-version';
import { sha256 } from '../storage/sha256';
import { storage } from '../storage/storage';

interface TrainingData extends LoadedGold {
  readonly version: SchemaInUse & { readonly number: number };
  /** Documents with gold by split. */
  readonly sizes: { readonly seed: number; readonly validation: number; readonly test: number };
  readonly problems: ReturnType<typeof checkReadiness>;
}

/** What a round started now would train on, under the newest schema. @throws AppError `not-found` */
export async function surveyTrainingData(projectId: string): Promise<TrainingData> {
  const version = await findNewestSchemaVersion(projectId);
  if (!version) throw new AppError('not-found', `Project "${projectId}" has no schema yet. Define what to extract first.`);
  const gold = await loadGold(projectId, ['seed', 'validation', 'test'], version);
  const count = (split: string): number => gold.documents.filter((document) => document.split === split).length;
  const sizes = { seed: count('seed'), validation: count('validation'), test: count('test') };
  const hasSchema = Object.keys(version.schema.properties).length > 0;
  return { ...gold, version, sizes, problems: checkReadiness({ hasSchema, ...sizes }) };
}

const isSnapshotSplit = (split: string): split is SnapshotDocument['split'] =>
  (snapshotSplits as readonly string[]).includes(split);

export interface StoredSnapshot {
  /** SHA-256 of the bytes. */
  readonly hash: string;
  readonly documentCount: number;
  readonly storageKey: string;
}

/**
 * Writes the snapshot of the documents, once for the same content. `documentCount` counts the labels trained on.
 * @param unlabelledIds what only a teacher reads, in order.
 */
export async function storeSnapshot(documents: readonly GoldDocument[], unlabelledIds: readonly string[] = []): Promise<StoredSnapshot> {
  const words = await loadWords([...documents.map(({ id }) => id), ...unlabelledIds]);
  // In the order of selection: the first picks represent the pool best.
  const ordered = documents.toSorted((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity) || (a.id < b.id ? -1 : 1));
  const lines = ordered.flatMap(({ id, split, gold, evidence }, place) =>
    isSnapshotSplit(split)
      ? [{ id, split, gold, evidence, rank: split === 'seed' ? place : 0, pages: words.get(id) ?? [] }]
      : [],
  );
  const unlabelled = unlabelledIds.map((id, rank) => ({ id, split: 'unlabelled' as const, rank, pages: words.get(id) ?? [] }));
  const bytes = Buffer.from(writeSnapshot([...lines, ...unlabelled]), 'utf8');
  const hash = sha256(bytes);
  const storageKey = `snapshots/${hash}/dataset.jsonl`;
  if (!(await storage().has(storageKey))) await storage().write(storageKey, bytes);
  return { hash, storageKey, documentCount: lines.filter(({ split }) => split === 'seed').length };
}
