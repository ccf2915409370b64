import { createHash } from 'node:crypto';
import { canonicalText } from '@/lib/core/schema/canonical-text';
import type { RecordSchema } from '@/lib/core/schema/types';
import { db } from '../db/client';

/** SHA-256 of the schema's canonical text: the name of a version (invariant 10). */
export const hashSchema = (schema: RecordSchema): string =>
  createHash('sha256').update(canonicalText(schema)).digest('hex');

export interface SchemaVersionRow {
  readonly id: string;
  readonly number: number;
  readonly hash: string;
  readonly schema: RecordSchema;
}

/** Schemas are checked when they are written, so a row's schema is one. */
const toRow = <T extends { readonly schema: unknown }>(row: T) => ({ ...row, schema: row.schema as RecordSchema });

export async function findNewestSchemaVersion(projectId: string) {
  const row = await db().schemaVersion.findFirst({ where: { projectId }, orderBy: { number: 'desc' } });
  return row && toRow(row);
}

export async function findSchemaVersion(projectId: string, number: number) {
  const row = await db().schemaVersion.findUnique({ where: { projectId_number: { projectId, number } } });
  return row && toRow(row);
}

/** All versions, newest first, with how many annotations stand under each. */
export function findSchemaVersions(projectId: string) {
  return db().schemaVersion.findMany({
    where: { projectId },
    orderBy: { number: 'desc' },
    select: {
      id: true, number: true, hash: true, note: true, createdAt: true,
      _count: { select: { annotations: true, rounds: true } },
    },
  });
}

/**
 * Adds a version after `baseNumber`.
 * @returns null where somebody else added one meanwhile.
 */
export function insertSchemaVersion(version: {
  readonly projectId: string;
  readonly baseNumber: number;
  readonly schema: RecordSchema;
  readonly note: string;
  readonly createdById: string;
}) {
  const { projectId, baseNumber, schema, note, createdById } = version;
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`select id from "Project" where id = ${projectId} for update`;
    const newest = await tx.schemaVersion.findFirst({ where: { projectId }, orderBy: { number: 'desc' }, select: { number: true } });
    if (newest?.number !== baseNumber) return null;
    return tx.schemaVersion.create({
      data: { projectId, number: baseNumber + 1, hash: hashSchema(schema), schema: schema as object, note, createdById },
      select: { id: true, number: true, hash: true },
    });
  });
}

export const countAnnotations = (projectId: string): Promise<number> =>
  db().annotation.count({ where: { document: { projectId } } });

/** A version of the project by its id. */
export async function findSchemaVersionById(projectId: string, id: string) {
  const row = await db().schemaVersion.findFirst({ where: { projectId, id } });
  return row && toRow(row);
}
