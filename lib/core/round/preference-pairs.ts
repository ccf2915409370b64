import type { JsonObject } from '../record/json';
import type { RecordSchema } from '../schema/types';
import { alignRecords } from '../scoring';
import { canonicalJson } from './canonical-json';

interface Golden {
  readonly id: string;
  readonly gold: JsonObject;
}

export interface PreferencePair {
  readonly id: string;
  readonly chosen: JsonObject;
  readonly rejected: JsonObject;
}

export interface PreferencePairs {
  readonly pairs: readonly PreferencePair[];
  /** Read as gold has it: nothing to prefer. */
  readonly alike: number;
  /** The checkpoint has read nothing there that could be rejected. */
  readonly empty: number;
  /** Documents that it has not read yet. */
  readonly unread: number;
}

function isRight(schema: RecordSchema, gold: JsonObject, prediction: JsonObject): boolean {
  const alignment = alignRecords({ gold, prediction, schema });
  return alignment.kind === 'aligned' && alignment.leaves.every(({ outcome }) => outcome === 'right');
}

/** Gold is preferred to what a checkpoint read otherwise; a reading that scores as right is no pair. */
export function preferencePairs(
  schema: RecordSchema,
  documents: readonly Golden[],
  readings: ReadonlyMap<string, JsonObject>,
): PreferencePairs {
  const counts = { alike: 0, empty: 0, unread: 0 };
  const pairs: PreferencePair[] = [];
  for (const { id, gold } of documents) {
    const rejected = readings.get(id);
    if (!rejected) counts.unread += 1;
    else if (Object.keys(rejected).length === 0) counts.empty += 1;
    else if (isRight(schema, gold, rejected)) counts.alike += 1;
    else pairs.push({ id, chosen: gold, rejected });
  }
  return { pairs, ...counts };
}

const lines = (rows: readonly Readonly<Record<string, string>>[]): string => rows.map((row) => `${canonicalJson(row)}\n`).join('');

/** `preferences.jsonl`: records as JSON text. */
export const writePreferences = (pairs: readonly PreferencePair[]): string =>
  lines(pairs.map(({ id, chosen, rejected }) => ({ id, chosen: canonicalJson(chosen), rejected: canonicalJson(rejected) })));

/** `teacher.jsonl`; documents where the teacher read nothing are left out. */
export const writeTeacher = (documentIds: readonly string[], readings: ReadonlyMap<string, JsonObject>): string =>
  lines(
    documentIds.flatMap((id) => {
      const record = readings.get(id);
      return record && Object.keys(record).length > 0 ? [{ id, record: canonicalJson(record) }] : [];
    }),
  );
