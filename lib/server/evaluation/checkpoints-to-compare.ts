import { AppError } from '@/lib/core/errors/app-error';
import type { RecordSchema } from '@/lib/core/schema/types';
import { findCheckpointsById } from '../repositories/checkpoint';
import type { SchemaInUse } from './load-gold';

/** The checkpoints in the order asked for. @throws AppError `not-found` where the project lacks one. */
export async function checkpointsToCompare(projectId: string, ids: readonly string[]) {
  const rows = await findCheckpointsById(projectId, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw new AppError('not-found', 'This project has no such checkpoint. It may be of another project.');
    return row;
  });
}

export type ComparedCheckpointRow = Awaited<ReturnType<typeof checkpointsToCompare>>[number];

export const schemaInUse = (version: { readonly id: string; readonly hash: string; readonly schema: unknown }): SchemaInUse => ({
  id: version.id,
  hash: version.hash,
  schema: version.schema as RecordSchema,
});
