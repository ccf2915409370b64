import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '@/lib/core/record/evidence';
import type { Json, JsonObject } from '@/lib/core/record/json';
import { leavesOf, valueAt } from '@/lib/core/record/pointer';
import { checkRecordFits } from '@/lib/core/schema/fit-record';
import { migrateRecord } from '@/lib/core/schema/migrate-record';
import type { FieldSchema, RecordSchema } from '@/lib/core/schema/types';

const key = fc.constantFrom('a', 'b', 'c', 'd');
const { field, object } = fc.letrec<{ field: FieldSchema; object: RecordSchema; list: FieldSchema }>((tie) => ({
  field: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constant<FieldSchema>({ type: 'string' }),
    tie('object'),
    tie('list'),
  ),
  object: fc
    .dictionary(key, tie('field'), { maxKeys: 4 })
    .map((properties): RecordSchema => ({ type: 'object', properties: { ...properties } })),
  list: tie('field').map((items): FieldSchema => ({ type: 'array', items })),
}));
const schemas = fc.oneof(object, field.map((items): RecordSchema => ({ type: 'object', properties: { a: items } })));

/** A record that fits the schema, every leaf a value of its own, with 0 to 2 rows a list. */
function fill(schema: FieldSchema, rows: readonly number[], next: () => number): Json {
  if (schema.type === 'array') {
    const count = rows[next() % rows.length] ?? 1;
    return Array.from({ length: count }, () => fill(schema.items, rows, next));
  }
  if (schema.type !== 'object') return `v${next()}.`;
  return Object.fromEntries(Object.entries(schema.properties).map(([name, child]) => [name, fill(child, rows, next)]));
}

describe('a migration', () => {
  it('loses no value and no box between any two schemas, and its record fits the new one', () => {
    fc.assert(
      fc.property(schemas, schemas, fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }), (before, after, rows) => {
        let count = 0;
        const record = fill(before, rows, () => count++) as JsonObject;
        const evidence = Object.fromEntries(
          leavesOf(record).map(({ pointer }, page) => [pointer, [{ page, box: [0, 0, 1, 1] }]]),
        ) as unknown as Evidence;
        const migrated = migrateRecord({ before, after, record, evidence });
        const kept = leavesOf(migrated.record).map((leaf) => leaf.value);
        const held = [...kept.filter((value) => value !== ''), ...migrated.aside.map((one) => one.value)];
        expect(held.toSorted()).toEqual(leavesOf(record).map((leaf) => leaf.value).toSorted());
        const pages = [...Object.values(migrated.evidence).flat(), ...migrated.aside.flatMap((one) => one.boxes)];
        expect(pages.map((box) => box.page).toSorted((a, b) => a - b)).toEqual(leavesOf(record).map((_, i) => i));
        expect(checkRecordFits(after, migrated.record)).toEqual([]);
        for (const [pointer, boxes] of Object.entries(migrated.evidence))
          expect(valueAt(migrated.record, pointer)).toBe(leavesOf(record)[boxes[0]?.page ?? -1]?.value);
      }),
      { numRuns: 500 },
    );
  });
});
