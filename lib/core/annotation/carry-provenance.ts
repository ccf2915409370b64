import { valueAt } from '../record/pointer';
import { movedPlace, type MigratedRecord, type MigrateInput } from '../schema/migrate-record';
import { schemaAtPointer } from '../schema/schema-at';
import { isListSchema } from '../schema/types';
import { holdsAbsence } from './absent';
import type { Provenance } from './content';

/**
 * The provenance of a migrated record: a mark goes where its leaf goes, and away
 * with a leaf that has no place any more. "Absent" stays only where the new
 * schema can say it: a null, or a list without rows.
 */
export function carryProvenance(provenance: Provenance, input: MigrateInput, migrated: MigratedRecord): Provenance {
  const moves = new Map(migrated.moved.map(({ from, to }) => [from, to]));
  const gone = new Set(migrated.aside.map(({ pointer }) => pointer));
  const isList = (pointer: string): boolean => {
    const place = schemaAtPointer(input.before, pointer);
    return place !== undefined && isListSchema(place);
  };
  const targetOf = (pointer: string): string | undefined =>
    isList(pointer) ? movedPlace(input, pointer) : (moves.get(pointer) ?? pointer);
  return Object.fromEntries(
    Object.entries(provenance).flatMap(([pointer, source]) => {
      const target = gone.has(pointer) ? undefined : targetOf(pointer);
      if (target === undefined || valueAt(migrated.record, target) === undefined) return [];
      return source === 'absent' && !holdsAbsence(migrated, target) ? [] : [[target, source] as const];
    }),
  );
}
