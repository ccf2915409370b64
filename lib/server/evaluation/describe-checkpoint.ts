import type { findCheckpoints } from '../repositories/checkpoint';

type CheckpointRow = Awaited<ReturnType<typeof findCheckpoints>>[number];

/** A checkpoint as lists show it. */
export const describeCheckpoint = (row: CheckpointRow, promotedId: string | null) => ({
  id: row.id,
  number: row.number,
  name: row.name,
  role: row.role,
  engine: row.engine,
  step: row.step,
  hash: row.hash,
  createdAt: row.createdAt.toISOString(),
  roundId: row.roundId,
  roundNumber: row.round?.number ?? null,
  labels: row.round?.snapshot?.documentCount ?? null,
  schemaNumber: row.schemaVersion.number,
  isPromoted: row.id === promotedId,
  /** Why it cannot be used; null where nothing is known against it. */
  problem: row.problem,
});
export type DescribedCheckpoint = ReturnType<typeof describeCheckpoint>;
