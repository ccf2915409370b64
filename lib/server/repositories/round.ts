import type { RoundState } from '@/lib/core/round/state-machine';
import { type DbTransaction, db } from '../db/client';

const listColumns = {
  id: true, number: true, state: true, step: true, plannedSteps: true, notes: true, recipe: true, snapshotHash: true,
  engine: true, stopRequest: true, budgetGpuHours: true, inputs: true,
  failureReason: true, cancelRequestedAt: true, summary: true, createdById: true, createdAt: true, startedAt: true,
  finishedAt: true,
  snapshot: { select: { documentCount: true } },
  schemaVersion: { select: { number: true, hash: true } },
  parent: { select: { id: true, number: true, name: true, roundId: true } },
  attempts: { orderBy: { number: 'desc' } },
} as const;

/** Newest first, from the cursor on. */
export function findRounds(projectId: string, before: string | undefined, take: number) {
  return db().round.findMany({
    where: { projectId, ...(before ? { id: { lt: before } } : {}) },
    orderBy: { id: 'desc' },
    take,
    select: listColumns,
  });
}

export function findRound(projectId: string, roundId: string) {
  return db().round.findFirst({
    where: { id: roundId, projectId },
    select: {
      ...listColumns,
      checkpoints: {
        orderBy: { number: 'asc' },
        select: { id: true, number: true, role: true, name: true, step: true, hash: true, createdAt: true },
      },
    },
  });
}
export type RoundRow = Awaited<ReturnType<typeof findRounds>>[number];

export function findRoundByRequest(requestId: string) {
  return db().round.findUnique({ where: { requestId }, select: { id: true, projectId: true, number: true, state: true } });
}

/** Rounds of the whole workbench in the states named, oldest first: they stand in the queue of their engine. */
export function findRoundsAhead(states: readonly RoundState[]) {
  return db().round.findMany({
    where: { state: { in: [...states] } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, projectId: true, number: true, createdAt: true, engine: true },
  });
}

export interface NewRound {
  readonly projectId: string;
  readonly requestId: string;
  readonly recipe: object;
  /** Embedded unless said. */
  readonly engine?: string;
  readonly budgetGpuHours?: number | null;
  readonly parentCheckpointId?: string | null;
  /** See `storedInputsSchema`. */
  readonly inputs?: object;
  readonly notes: string;
  readonly schemaVersionId: string;
  readonly createdById: string;
  readonly plannedSteps: number;
  readonly snapshot: { readonly hash: string; readonly documentCount: number; readonly storageKey: string };
}

/** The row of a round with its snapshot's. @throws the database's unique violation where the request was seen before. */
export function insertRound({ projectId, snapshot, ...round }: NewRound) {
  return db().$transaction(async (tx) => {
    await lockProject(tx, projectId);
    await tx.snapshot.createMany({ data: [{ ...snapshot, projectId }], skipDuplicates: true });
    const { _max } = await tx.round.aggregate({ where: { projectId }, _max: { number: true } });
    return tx.round.create({
      data: { ...round, projectId, snapshotHash: snapshot.hash, number: (_max.number ?? 0) + 1 },
      select: { id: true, number: true, state: true },
    });
  });
}

/** Holds the project's row so that two writers at once get two numbers. */
export const lockProject = (tx: DbTransaction, projectId: string) =>
  tx.$queryRaw`select id from "Project" where id = ${projectId} for update`;

export function updateRoundNotes(projectId: string, roundId: string, notes: string) {
  return db().round.updateMany({ where: { id: roundId, projectId }, data: { notes } });
}

/** What a worker needs to run it. */
export function findRoundForRun(roundId: string) {
  return db().round.findUnique({
    where: { id: roundId },
    select: {
      id: true, projectId: true, number: true, state: true, recipe: true, snapshotHash: true, cancelRequestedAt: true,
      budgetGpuHours: true, inputs: true,
      startedAt: true,
      parent: { select: { id: true, number: true, hash: true } },
      snapshot: { select: { storageKey: true, documentCount: true } },
      schemaVersion: { select: { id: true, number: true, hash: true, schema: true } },
    },
  });
}
export type RunnableRound = NonNullable<Awaited<ReturnType<typeof findRoundForRun>>>;

/** The states of those of the rounds that are there. */
export async function findRoundStates(roundIds: readonly string[]): Promise<ReadonlyMap<string, RoundState>> {
  const rows = await db().round.findMany({ where: { id: { in: [...roundIds] } }, select: { id: true, state: true } });
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** Where a snapshot is stored; null where it is gone. */
export async function findSnapshotKey(hash: string): Promise<string | null> {
  const row = await db().snapshot.findUnique({ where: { hash }, select: { storageKey: true } });
  return row?.storageKey ?? null;
}

/** The schema that a round trains under. */
export async function findRoundSchema(roundId: string) {
  const row = await db().round.findUnique({ where: { id: roundId }, select: { schemaVersion: { select: { schema: true } } } });
  return row?.schemaVersion.schema ?? null;
}

export async function findRoundNumber(projectId: string, roundId: string): Promise<number | null> {
  const row = await db().round.findFirst({ where: { id: roundId, projectId }, select: { number: true } });
  return row?.number ?? null;
}

/** Finished rounds of a trainer, newest first, with the recipe that tells their base model. */
export function findFinishedTrainerRounds(projectId: string, take: number) {
  return db().round.findMany({
    where: { projectId, state: 'ready', engine: { not: 'embedded' } },
    orderBy: { id: 'desc' },
    take,
    select: { id: true, number: true, recipe: true },
  });
}
