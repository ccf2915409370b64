import { carryProvenance } from '@/lib/core/annotation/carry-provenance';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import { migrateRecord } from '@/lib/core/schema/migrate-record';
import type { RecordSchema } from '@/lib/core/schema/types';

interface Versioned {
  readonly schemaVersion: { readonly id: string; readonly schema: unknown };
  readonly content: AnnotationContent;
}

interface Target {
  readonly id: string;
  readonly schema: RecordSchema;
}

/** The content under another schema version; what is stored stays as it is. */
export function carryContent({ schemaVersion, content }: Versioned, target: Target): AnnotationContent {
  if (schemaVersion.id === target.id) return content;
  const input = {
    before: schemaVersion.schema as RecordSchema, after: target.schema, record: content.record, evidence: content.evidence,
  };
  const migrated = migrateRecord(input);
  return { record: migrated.record, evidence: migrated.evidence, provenance: carryProvenance(content.provenance, input, migrated) };
}
