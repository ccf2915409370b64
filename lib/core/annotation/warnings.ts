import type { JsonObject } from '../record/json';
import { checkRecordFits } from '../schema/fit-record';
import type { RecordSchema } from '../schema/types';

/**
 * Leaf → what a person should look at. Warnings only: they never keep a draft
 * from being saved, and hold no values.
 */
export function warningsOf(schema: RecordSchema, record: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(
    checkRecordFits(schema, record)
      .filter((problem) => problem.severity === 'type')
      .map((problem) => [problem.pointer, problem.message]),
  );
}
