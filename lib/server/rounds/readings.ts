import { evidenceSchema } from '@/lib/core/record/evidence';
import type { JsonObject } from '@/lib/core/record/json';
import { migrateRecord } from '@/lib/core/schema/migrate-record';
import type { RecordSchema } from '@/lib/core/schema/types';
import { findPredictions } from '../repositories/prediction';

interface Reader {
  readonly id: string;
  readonly schemaVersionId: string;
  readonly schemaVersion: { readonly schema: unknown };
}

/** What a checkpoint read in the documents, by their id, as records of the schema version that a round trains under. */
export async function loadReadings(
  reader: Reader,
  documentIds: readonly string[],
  version: { readonly id: string; readonly schema: RecordSchema },
): Promise<ReadonlyMap<string, JsonObject>> {
  const before = reader.schemaVersion.schema as RecordSchema;
  const predictions = await findPredictions(reader.id, documentIds);
  return new Map(
    predictions.map(({ documentId, record, evidence }) => {
      const isEmpty = Object.keys(record).length === 0;
      const isSame = reader.schemaVersionId === version.id || isEmpty;
      return [documentId, isSame ? record : migrateRecord({ before, after: version.schema, record, evidence: evidenceSchema.catch({}).parse(evidence) }).record];
    }),
  );
}
