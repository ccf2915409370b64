import type { RecordSchema } from '@/lib/core/schema/types';

/** What GET …/schema answers. */
export interface SchemaVersion {
  readonly id: string;
  readonly number: number;
  readonly hash: string;
  readonly schema: RecordSchema;
}
