import type { HeldOut } from '@/lib/core/evaluation/held-out';
import type { UnscorableDocument } from '@/lib/core/evaluation/score-document';
import { evidenceSchema, type Evidence } from '@/lib/core/record/evidence';
import { isJsonObject, type JsonObject } from '@/lib/core/record/json';
import { checkRecordFits } from '@/lib/core/schema/fit-record';
import { migrateRecord } from '@/lib/core/schema/migrate-record';
import type { RecordSchema } from '@/lib/core/schema/types';
import type { Split } from '../db/generated/enums';
import { findGoldRows, type GoldFilter, type GoldRow } from '../repositories/gold';

/** A schema version as training and scoring need it. */
export interface SchemaInUse {
  readonly id: string;
  readonly hash: string;
  readonly schema: RecordSchema;
}

export interface GoldDocument {
  readonly id: string;
  readonly name: string;
  readonly split: Split;
  /** Name of its transfer suite; null in other splits. */
  readonly suite: string | null;
  readonly gold: JsonObject;
  readonly evidence: Evidence;
  /** Place in the labelling queue; null where it never stood there. */
  readonly position: number | null;
}

export interface LoadedGold {
  readonly documents: readonly GoldDocument[];
  /** Documents of the splits without usable gold, each with its reason. */
  readonly leftOut: readonly (UnscorableDocument & { readonly split: Split; readonly suite: string | null })[];
}

interface Candidate {
  readonly record: unknown;
  readonly evidence: unknown;
}

/** An accepted annotation goes before gold that came with the import, which never serves the seed set. */
function candidateOf(row: GoldRow, { id, schema }: SchemaInUse): Candidate | null {
  const { annotation } = row;
  if (!annotation) {
    return row.split === 'seed' || row.givenGold === null ? null : { record: row.givenGold, evidence: row.givenEvidence };
  }
  const { schemaVersion, record } = annotation;
  if (schemaVersion.id === id || !isJsonObject(record)) return annotation;
  return migrateRecord({
    before: schemaVersion.schema as unknown as RecordSchema,
    after: schema,
    record,
    evidence: evidenceSchema.catch({}).parse(annotation.evidence),
  });
}

/**
 * Gold of the splits (or of a suite or one document in them) under one schema version: annotations made under
 * another are carried over as `migrateRecord` does.
 */
export async function loadGold(
  projectId: string,
  splits: readonly Split[],
  version: SchemaInUse,
  only: GoldFilter = {},
): Promise<LoadedGold> {
  const documents: GoldDocument[] = [];
  const leftOut: (UnscorableDocument & { split: Split; suite: string | null })[] = [];
  for (const row of await findGoldRows(projectId, splits, only)) {
    const { id, name, split, suite } = row;
    const leaveOut = (reason: string) => leftOut.push({ documentId: id, split, suite, reason });
    const candidate = candidateOf(row, version);
    if (row.readState !== 'read') leaveOut(row.readState === 'failed' ? 'its pages could not be read' : 'its pages are not read yet');
    else if (!candidate) leaveOut(split === 'seed' ? 'no accepted label yet' : 'no gold yet');
    else if (!isJsonObject(candidate.record)) leaveOut('its gold is not a record');
    else {
      const misfit = checkRecordFits(version.schema, candidate.record).find(({ code }) => code === 'shape');
      if (misfit) leaveOut(`its gold does not fit the schema at ${misfit.pointer}: ${misfit.message}`);
      else {
        const evidence = evidenceSchema.catch({}).parse(candidate.evidence);
        documents.push({ id, name, split, suite, gold: candidate.record, evidence, position: row.queueItem?.position ?? null });
      }
    }
  }
  return { documents, leftOut };
}

/** Gold of one held-out split or transfer suite under one schema version. */
export const loadHeldOutGold = (projectId: string, { split, suite }: HeldOut, version: SchemaInUse): Promise<LoadedGold> =>
  loadGold(projectId, [split], version, split === 'transfer' ? { suite } : {});
