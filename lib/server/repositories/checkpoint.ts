import { type DbTransaction, db } from '../db/client';
import { lockProject } from './round';

const listColumns = {
  id: true, number: true, role: true, name: true, engine: true, step: true, hash: true, createdAt: true, roundId: true,
  schemaVersionId: true, problem: true,
  round: { select: { number: true, snapshot: { select: { documentCount: true } } } },
} as const;

/** Each row with the schema version that it was trained under. */
async function withSchemas<Row extends { readonly schemaVersionId: string }>(rows: readonly Row[]) {
  const versions = await db().schemaVersion.findMany({
    where: { id: { in: [...new Set(rows.map(({ schemaVersionId }) => schemaVersionId))] } },
    select: { id: true, number: true, hash: true, schema: true },
  });
  const byId = new Map(versions.map((version) => [version.id, version]));
  return rows.flatMap((row) => {
    const schemaVersion = byId.get(row.schemaVersionId);
    return schemaVersion ? [{ ...row, schemaVersion }] : [];
  });
}

/** Newest first. */
export async function findCheckpoints(projectId: string) {
  const rows = await db().checkpoint.findMany({
    where: { projectId },
    orderBy: { number: 'desc' },
    take: 500,
    select: listColumns,
  });
  return withSchemas(rows);
}

export async function findCheckpointsById(projectId: string, ids: readonly string[]) {
  return withSchemas(await db().checkpoint.findMany({ where: { projectId, id: { in: [...ids] } }, select: listColumns }));
}

export async function findCheckpoint(projectId: string, checkpointId: string) {
  const row = await db().checkpoint.findFirst({
    where: { id: checkpointId, projectId },
    select: { ...listColumns, manifest: true, storagePrefix: true },
  });
  return row && (await withSchemas([row]))[0];
}

/** A checkpoint as the source of suggestions. */
export function findSuggestingCheckpoint(projectId: string, checkpointId: string) {
  return db().checkpoint.findFirst({
    where: { id: checkpointId, projectId },
    select: {
      number: true, name: true, role: true, engine: true, manifest: true, storagePrefix: true, problem: true,
      round: { select: { recipe: true, snapshot: { select: { documentCount: true } } } },
    },
  });
}

/** The newest checkpoint that has a prediction for the document. */
export async function findLastPredicting(projectId: string, documentId: string): Promise<string | null> {
  const row = await db().checkpoint.findFirst({
    where: { projectId, predictions: { some: { documentId } } },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** What it takes to predict with it. */
export async function findCheckpointForRun(checkpointId: string) {
  const row = await db().checkpoint.findUnique({
    where: { id: checkpointId },
    select: {
      id: true, projectId: true, engine: true, manifest: true, hash: true, storagePrefix: true,
      schemaVersionId: true, problem: true,
    },
  });
  return (row && (await withSchemas([row]))[0]) ?? null;
}
export type RunnableCheckpoint = NonNullable<Awaited<ReturnType<typeof findCheckpointForRun>>>;

/** Numbers of the project's checkpoints by id. */
export async function findCheckpointNumbers(projectId: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db().checkpoint.findMany({ where: { projectId, id: { in: [...ids] } }, select: { id: true, number: true } });
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Manifests of the checkpoints that a trainer made, with what they are known by. */
export function findTrainerManifests(projectId: string) {
  return db().checkpoint.findMany({
    where: { projectId, engine: { not: 'embedded' } },
    select: { id: true, number: true, hash: true, manifest: true },
  });
}

/** Notes why a checkpoint cannot be used, or that it can again. */
export async function setProblem(checkpointId: string, problem: string | null): Promise<void> {
  await db().checkpoint.update({ where: { id: checkpointId }, data: { problem }, select: { id: true } });
}

export interface NewCheckpoint {
  readonly projectId: string;
  readonly roundId: string;
  readonly role: string;
  readonly name: string;
  readonly engine: string;
  readonly step: number;
  readonly schemaVersionId: string;
  readonly hash: string;
  readonly manifest: object;
  readonly storagePrefix: string;
}

/** Registers a checkpoint once: the same hash again gives the row that is there. */
export async function insertCheckpoint(tx: DbTransaction, checkpoint: NewCheckpoint): Promise<{ readonly id: string }> {
  const { projectId, hash } = checkpoint;
  await lockProject(tx, projectId);
  const present = await tx.checkpoint.findUnique({ where: { projectId_hash: { projectId, hash } }, select: { id: true } });
  if (present) return present;
  const { _max } = await tx.checkpoint.aggregate({ where: { projectId }, _max: { number: true } });
  return tx.checkpoint.create({ data: { ...checkpoint, number: (_max.number ?? 0) + 1 }, select: { id: true } });
}

/** @returns the engine that made it; null where the project has no such checkpoint. */
export async function setPromotedCheckpoint(projectId: string, checkpointId: string): Promise<string | null> {
  const { count } = await db().project.updateMany({
    where: { id: projectId, checkpoints: { some: { id: checkpointId } } },
    data: { promotedCheckpointId: checkpointId },
  });
  if (count === 0) return null;
  const { engine } = await db().checkpoint.findUniqueOrThrow({ where: { id: checkpointId }, select: { engine: true } });
  return engine;
}

export async function findPromotedCheckpointId(projectId: string): Promise<string | null> {
  const project = await db().project.findUnique({ where: { id: projectId }, select: { promotedCheckpointId: true } });
  return project?.promotedCheckpointId ?? null;
}
